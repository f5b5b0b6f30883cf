using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.RuleBook;

namespace TitleCertification.Functions.Pages.RuleBook;

public sealed class ShowCriteriaSet(PageWriter pages, Rules rules)
{
    [Function(nameof(ShowCriteriaSet))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rules/sets/{id}")] HttpRequest request, string id) =>
        rules.CriteriaSets.TryGetValue(id, out var set) ? pages.Show<SetPage, CriteriaSet>(request, set) : Problems.From(Problems.UnknownAddress);
}
