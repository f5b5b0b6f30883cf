namespace TitleCertification.Domain.Units;

/// <summary>The units of one day and their tree. From <see cref="UnitDirectory.On"/>; costs nothing to make.</summary>
public sealed class UnitMap
{
    private readonly UnitDirectory units;

    internal UnitMap(UnitDirectory units, DateOnly day) => (this.units, Day) = (units, day);

    public DateOnly Day { get; }

    /// <summary>The units of all days.</summary>
    public UnitDirectory Directory => units;

    /// <summary>In the order they were given.</summary>
    public IEnumerable<AdministrativeUnit> All => units.All.Where(unit => unit.ExistsOn(Day));

    /// <summary>Null when no unit has the code on this day.</summary>
    public AdministrativeUnit? Find(string? code) => units.Find(code, Day);

    /// <summary>The units directly below, in the order they were given; none for an unknown code.</summary>
    public IReadOnlyList<AdministrativeUnit> Children(string code) => Find(code) is null ? [] : [.. units.ThatLieIn(code).Where(unit => unit.ExistsOn(Day))];

    /// <summary>The unit and all above it, itself first; empty for an unknown code.</summary>
    public IReadOnlyList<AdministrativeUnit> Path(string? code)
    {
        var path = new List<AdministrativeUnit>(4);
        for (var unit = Find(code); unit is not null; unit = Find(unit.Parent))
            path.Add(unit);
        return path;
    }

    /// <summary>As an address is written: "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định". Empty for an unknown code.</summary>
    public string PathName(string? code) => string.Join(", ", Path(code).Select((unit, place) => place == 0 ? unit.FullName : unit.InSentence));

    /// <summary>"Liễu Đề township, Nghĩa Hưng district, Nam Định province". Empty for an unknown code.</summary>
    public string EnglishPathName(string? code) => string.Join(", ", Path(code).Select(unit => unit.EnglishName));

    /// <summary>The ancestor (or the unit itself) of this kind; null when there is none, as above a commune when there are no districts.</summary>
    public AdministrativeUnit? Above(string? code, UnitKind kind)
    {
        var unit = Find(code);
        while (unit is not null && unit.Kind > kind)
            unit = Find(unit.Parent);
        return unit?.Kind == kind ? unit : null;
    }

    /// <summary>True for the unit itself and everything that lies in it.</summary>
    public bool IsWithin(string? code, string ancestor)
    {
        for (var unit = Find(code); unit is not null; unit = Find(unit.Parent))
            if (unit.Code == ancestor)
                return true;
        return false;
    }

    /// <summary>
    /// Units whose full address holds a word beginning with each word searched for, diacritics and case aside: "lieu de", "Nghia Hung", "tt cồn". The
    /// exact name first, then names that begin so, then the rest. Nothing for an empty text.
    /// </summary>
    /// <param name="kind">Only units of this level.</param>
    public IReadOnlyList<AdministrativeUnit> Search(string? text, int limit = 20, UnitKind? kind = null) => units.IndexOf(Day).Find(text, limit, kind);

    /// <summary>Why the unit is an area with particular difficulties on this day: it, or one it lies in, is listed. Null when none is.</summary>
    public DisadvantagedArea? Disadvantage(string? code) => Path(code).Select(unit => units.DisadvantageOf(unit.Code, Day)).FirstOrDefault(area => area is not null);

    public bool IsDisadvantaged(string? code) => Disadvantage(code) is not null;
}
