using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Titles;

/// <summary>The criteria sets of the rule book, incomplete ones too: everybody may read by what he is judged.</summary>
public sealed class GetCriteriaSets(Rules rules)
{
    [Function(nameof(GetCriteriaSets))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/criteria-sets")] HttpRequest request) =>
        Results.Json(new CriteriaSetList([.. rules.CriteriaSets.Values.OrderBy(set => set.Title).ThenBy(set => set.Id, StringComparer.Ordinal).Select(CriteriaSetItem.Of)]), Json.Options);
}

public sealed record CriteriaSetList(IReadOnlyList<CriteriaSetItem> Items);

/// <param name="Sample">Made up for a demonstration.</param>
public sealed record CriteriaSetItem(
    string Id, TitleKind Title, string TitleCode, IReadOnlyList<HolderLevel> Levels, LocalText Name, CriteriaMode Mode, string Jurisdiction, DateOnly ValidFrom, DateOnly? ValidTo,
    bool Complete, bool Sample, LegalBasis Basis)
{
    public static CriteriaSetItem Of(CriteriaSet set) => new(
        set.Id, set.Title, TitleInfo.Of(set.Title).Code, set.Levels, set.Name, set.Mode, set.Jurisdiction, set.ValidFrom, set.ValidTo, set.Complete, set.Sample, set.Basis);
}
