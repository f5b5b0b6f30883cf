using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The whole score, what is missing, and what the next grade would take.</summary>
public sealed class ApplyScore(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyScore))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apply/score")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (path.SetOf(stored.Draft) is not { } set || path.Judge(stored.Draft) is not { } verdict)
            return See.Other(path.Next(stored.Draft));
        return pages.Show<ScorePage, ScorePageModel>(request, new(
            $"/apply/criteria/{set.Criteria[^1].Code}", path.Next(stored.Draft), DraftScore.Of(path, stored.Draft, set),
            [.. set.Criteria.Zip(verdict.Criteria, (criterion, score) => new CriterionResult($"/apply/criteria/{criterion.Code}", criterion.Name, score.Score, score.Max))],
            verdict.Passes ? verdict.Next?.Grade.Name : null, verdict.Passes && verdict.Next is { } next ? [.. next.Missing.Select(ground => ground.Sentence())] : []));
    }
}
