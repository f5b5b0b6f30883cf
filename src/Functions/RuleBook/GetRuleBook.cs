using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.RuleBook;

/// <summary>What applications are taken under, as a whole: everybody may read by which rules he is judged, and what is still missing.</summary>
public sealed class GetRuleBook(Rules rules, TimeProvider clock)
{
    [Function(nameof(GetRuleBook))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rulebook")] HttpRequest request) =>
        Results.Json(RuleBookView.Of(rules, rules.MapDay(clock.GetUtcNow())), Json.Options);
}
