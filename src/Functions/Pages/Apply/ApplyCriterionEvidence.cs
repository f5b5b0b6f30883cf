using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The files of one criterion, indicator by indicator. Each is kept as soon as it has been examined.</summary>
public sealed class ApplyCriterionEvidence(PageWriter pages, PageForms forms, DraftPages drafts, DraftEvidence evidence, FormFiles files, ApplyPath path)
{
    [Function(nameof(ApplyCriterionEvidence))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/evidence/{code}")] HttpRequest request, string code, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (path.SetOf(stored.Draft) is not { } set)
            return See.Other(path.Next(stored.Draft));
        if (set.Criteria.FirstOrDefault(criterion => criterion.Code == code) is not { } criterion)
            return Problems.From(Problems.UnknownAddress);
        if (!HttpMethods.IsPost(request.Method))
            return await ShowAsync(request, stored.Draft, stored.Draft.EvidenceTicket, set, criterion, FieldErrors.None, cancellationToken);

        var (form, problem) = await forms.ReadFilesAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (FormFiles.Any(form))
        {
            if (await evidence.OpenAsync(stored, cancellationToken) is not var (ticket, folder))
                return Problems.From(EvidenceProblems.TicketUsed);
            var errors = await files.TakeAsync(folder, form, path.Asked(stored.Draft, criterion).ToDictionary(ApplyCriterion.Field, indicator => indicator.Code), cancellationToken);
            if (errors.Count > 0)
                return await ShowAsync(request, stored.Draft, ticket, set, criterion, new(errors), cancellationToken);
        }

        return See.Other(form.Leaves() ? ApplyPath.Save : form.Text("then") == "stay" || form.ContainsKey(FormFiles.Remove) ? Address(criterion) : ApplyPath.Evidence);
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request, Draft draft, string? ticket, CriteriaSet set, Criterion criterion, FieldErrors errors, CancellationToken cancellationToken)
    {
        var content = await evidence.ContentAsync(ticket, cancellationToken);
        return pages.Show<CriterionEvidencePage, CriterionEvidenceModel>(
            request,
            new(Address(criterion), criterion.Name, set.Criteria.Index().First(entry => entry.Item == criterion).Index + 1, set.Criteria.Count,
                [.. path.Asked(draft, criterion).Select(indicator => new FilesQuestion(
                    ApplyCriterion.Field(indicator), indicator.Code, indicator.Name, FileRows.For(content, indicator.Code, "/apply/files")))],
                DraftPages.Upload(ticket), errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static string Address(Criterion criterion) => $"{ApplyPath.Evidence}/{criterion.Code}";
}
