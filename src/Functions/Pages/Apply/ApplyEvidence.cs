using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Which criteria have files, and the way to add some. Nobody has to.</summary>
public sealed class ApplyEvidence(PageWriter pages, PageForms forms, DraftPages drafts, DraftTable table, DraftEvidence evidence, ApplyPath path)
{
    [Function(nameof(ApplyEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/evidence")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (path.SetOf(stored.Draft) is not { } set)
            return See.Other(path.Next(stored.Draft));
        if (HttpMethods.IsPost(request.Method))
        {
            var (form, problem) = await forms.ReadAsync(request, cancellationToken);
            return form is null ? problem!
                : form.Leaves() ? See.Other(ApplyPath.Save)
                : await table.ChangeAsync(stored, draft => draft with { EvidenceSeen = true }, cancellationToken) is { } saved ? See.Other(path.Next(saved))
                : Problems.From(Problems.Contended);
        }

        var content = await evidence.ContentAsync(stored.Draft.EvidenceTicket, cancellationToken);
        return pages.Show<EvidencePage, EvidenceModel>(request, new(
            path.Before(stored.Draft, ApplyPath.Evidence),
            [.. set.Criteria.Select(criterion => new EvidenceCriterion(
                $"{ApplyPath.Evidence}/{criterion.Code}", criterion.Name, path.Asked(stored.Draft, criterion).SelectMany(indicator => content.For(indicator.Code)).DistinctBy(file => file.Sha256).Count()))],
            content.Files.Count, content.Files.Sum(file => file.Size), DraftPages.Upload(stored.Draft.EvidenceTicket)));
    }
}
