using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Units;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>A unit that somebody has typed, by its code or by words of its address.</summary>
/// <param name="Unit">Null where it is none, or could be several.</param>
/// <param name="Hits">What it could be.</param>
internal sealed record ChosenUnit(string Typed, AdministrativeUnit? Unit, IReadOnlyList<UnitName> Hits)
{
    private const int MostHits = 10;

    /// <summary>What is wrong with it; null where it is a unit.</summary>
    public FieldError? Error => Unit is not null ? null : Doubt ?? new("unit", AdministrationErrors.NoUnit);

    /// <summary>It could be several: one is to be chosen.</summary>
    public FieldError? Doubt => Hits.Count > 0 ? new("unitCode", AdministrationErrors.SeveralUnits) : null;

    /// <summary>For the domain, which says what it thinks of a unit that is none.</summary>
    public string Code => Unit?.Code ?? Typed;

    /// <param name="code">The one that was chosen among several before.</param>
    /// <param name="hamlets">May it be a hamlet? No body is one.</param>
    public static ChosenUnit Of(string typed, string code, UnitMap map, bool hamlets = false)
    {
        if ((map.Find(code) ?? map.Find(typed)) is { } exact)
            return new(typed, exact, []);
        var hits = typed.Length is > 0 and <= 100 ? map.Search(typed, int.MaxValue).Where(unit => hamlets || unit.Kind is not UnitKind.Hamlet).Take(MostHits).ToList() : [];
        return hits is [var only] ? new(typed, only, []) : new(typed, null, [.. hits.Select(hit => new UnitName(hit.Code, map.PathName(hit.Code)))]);
    }

    public static ChosenUnit Of(IFormCollection form, UnitMap map, bool hamlets = false) => Of(form.Text("unit"), form.Text("unitCode"), map, hamlets);
}
