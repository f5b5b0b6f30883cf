using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Titles;

/// <summary>One set whole: every value with its certainty, every doubt with its note.</summary>
public sealed class GetCriteriaSet(Rules rules)
{
    [Function(nameof(GetCriteriaSet))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/criteria-sets/{id}")] HttpRequest request, string id) =>
        rules.CriteriaSets.TryGetValue(id, out var set) ? Results.Json(CriteriaSetView.Of(set), Json.Options) : Problems.From(Problems.UnknownCriteriaSet);
}
