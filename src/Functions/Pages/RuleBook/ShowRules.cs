using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.RuleBook;

namespace TitleCertification.Functions.Pages.RuleBook;

/// <summary>The rule book, to be read by anybody: by which rules am I judged, and where are they from?</summary>
public sealed class ShowRules(PageWriter pages, Rules rules, TimeProvider clock)
{
    [Function(nameof(ShowRules))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rules")] HttpRequest request) => pages.Show<RulesPage, RulesModel>(request, new(
        rules.Current, rules.ProvinceUnit.FullName, [.. RuleBookView.InOrder(rules.CriteriaSets.Values)],
        [.. RuleBookSentences.Gaps(rules.Current, rules.MapDay(clock.GetUtcNow()))]));
}
