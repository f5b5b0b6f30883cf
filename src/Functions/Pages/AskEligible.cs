using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;
using TitleCertification.Portal.Pages.Eligible;

namespace TitleCertification.Functions.Pages;

/// <summary>"Which title fits me?" Its answers stand in the address and nowhere else: nothing is stored, nothing in them is personal.</summary>
public sealed class AskEligible(PageWriter pages, ApplyPath path, Rules rules)
{
    [Function(nameof(AskEligible))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "eligible")] HttpRequest request)
    {
        if (!TitleInfo.TryFromCode(request.Query["title"], out var title))
            return Ask(new("Ông/bà muốn đề nghị công nhận cho ai?", "Who shall be recognised?"), "title",
                [.. TitleInfo.All.Select(info => new ChoiceOption(info.Code, info.Name, TitleWords.For(info.Kind)))], []);
        var code = TitleInfo.Of(title).Code;
        var levels = rules.CriteriaSets.Values.Where(set => set.Title == title).SelectMany(set => set.Levels).Distinct().Order().ToList();
        if (levels.Count > 1 && levels.All(level => level.ToString() != request.Query["level"]))
            return Ask(TitleWords.LevelQuestion(title), "level", [.. levels.Select(level => new ChoiceOption(level.ToString(), TitleWords.Level(title, level)))], [("title", code)]);
        HolderLevel? level = levels.Count > 1 ? levels.First(known => known.ToString() == request.Query["level"]) : levels.Count == 1 ? levels[0] : null;
        if (!int.TryParse(request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !path.Years().Contains(year))
            return Ask(new("Cho năm nào?", "For which year?"), "year", [.. path.Years().Select(known => Option(known))], [("title", code), ("level", level?.ToString() ?? "")]);

        var chosen = new Draft("", default, "") { Title = title, Level = level, Year = year };
        return pages.Show<EligiblePage, EligibleModel>(request, Result(title, year, path.SetOf(chosen), path.Holder(chosen)));

        IResult Ask(LocalText question, string name, IReadOnlyList<ChoiceOption> options, IReadOnlyList<(string Name, string Value)> before) =>
            pages.Show<QuestionPage, QuestionModel>(request, new(question, name, options, before, IsMissing: request.Query.ContainsKey("asked") && request.Query["asked"] == name));
    }

    private static EligibleModel Result(TitleKind title, int year, CriteriaSet? set, AssessedHolder holder) => new(
        TitleInfo.Of(title).Name, year, set?.Name, set?.Mode is CriteriaMode.Points ? set.PassMarkFor(holder) : null, set?.MaxTotal,
        [.. (set?.Criteria ?? []).Select(criterion => new EligibleCriterion(criterion.Name, criterion.Max, [.. criterion.Indicators.Where(indicator => indicator.Applies(holder)).Select(indicator => indicator.Name)]))]);

    private static ChoiceOption Option(int year)
    {
        var text = year.ToString(CultureInfo.InvariantCulture);
        return new(text, new(text, text));
    }
}
