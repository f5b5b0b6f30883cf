using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The indicators of one criterion, with the score so far and what it still lacks.</summary>
public sealed class ApplyCriterion(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyCriterion))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/criteria/{code}")] HttpRequest request, string code, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        if (path.SetOf(stored.Draft) is not { } set)
            return See.Other(path.Next(stored.Draft));
        if (set.Criteria.FirstOrDefault(criterion => criterion.Code == code) is not { } criterion)
            return Problems.From(Problems.UnknownAddress);
        return await drafts.AskAsync(
            request, (draft, form, errors, status) => Show(request, draft, set, criterion, form, errors, status), (draft, form) => Answer(draft, set, criterion, form),
            cancellationToken, draft => criterion == set.Criteria[^1] ? ApplyPath.Score : path.Next(draft));
    }

    private IResult Show(HttpRequest request, Draft draft, CriteriaSet set, Criterion criterion, IFormCollection? form, FieldErrors errors, int status)
    {
        var asked = path.Asked(draft, criterion).ToList();
        var address = $"/apply/criteria/{criterion.Code}";
        var others = draft.Answers.Values.Where(answer => set.Find(answer.Indicator) is not null && asked.All(indicator => indicator.Code != answer.Indicator));
        return pages.Show<CriterionPage, CriterionModel>(
            request,
            new(address, path.Before(draft, address), criterion.Name, set.Criteria.Index().First(entry => entry.Item == criterion).Index + 1, set.Criteria.Count,
                [.. asked.Select(indicator => IndicatorForm.Question(Field(indicator), indicator, draft.Answers.GetValueOrDefault(indicator.Code), form))],
                DraftScore.Of(path, draft, set), Preview(draft, set, others), errors),
            status);
    }

    private (Draft Draft, FieldErrors Errors) Answer(Draft draft, CriteriaSet set, Criterion criterion, IFormCollection form)
    {
        var answers = draft.Answers.ToDictionary();
        var (errors, whole) = (new List<FieldError>(), true);
        foreach (var indicator in path.Asked(draft, criterion))
        {
            var field = Field(indicator);
            var (answer, error) = IndicatorForm.Read(field, indicator, form);
            answers[indicator.Code] = answer;
            whole &= IndicatorForm.IsAnswered(answer);
            if (error is not null)
                errors.Add(new(field, error));
            else if (!IndicatorForm.IsAnswered(answer) && !form.Leaves())
                errors.Add(new(field, new($"Chỉ số {indicator.Code} chưa được trả lời.", $"Indicator {indicator.Code} is not answered.")));
            if (answer.Evidence is { Length: > 2000 })
                errors.Add(new($"{field}-evidence", new($"Minh chứng của chỉ số {indicator.Code}: tối đa 2.000 ký tự.", $"Evidence of indicator {indicator.Code}: up to 2,000 characters.")));
        }

        var seen = ApplyPath.Seen(set, criterion);
        return (draft with { Answers = answers, CriteriaSeen = [.. draft.CriteriaSeen.Where(other => other != seen), .. whole ? [seen] : Array.Empty<string>()] }, new(errors));
    }

    private string Preview(Draft draft, CriteriaSet set, IEnumerable<IndicatorAnswer> others) => Json.Write(new
    {
        criteriaSet = set.Id, level = path.LevelOf(draft), learningUnitKind = draft.LearningUnitKind, unit = path.UnitOf(draft),
        answers = others.Select(answer => new AnswerInput(answer.Indicator, answer.Points, null, answer.Met, answer.Percent)),
    });

    internal static string Field(Indicator indicator) => $"i-{indicator.Code.Replace('.', '-')}";
}
