using System.Globalization;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>A name that outlived its unit, explained to whoever still uses it.</summary>
internal static class UnitSentences
{
    internal static LocalText? Explain(UnitDirectory units, AdministrativeUnit unit, DateOnly today)
    {
        if (unit.ExistsOn(today))
            return null;
        if (unit.Begin > today)
            return new(
                $"{unit.FullName} ({Above(units, unit, unit.Begin)?.InSentence}) có từ {VietnameseDates.Numeric(unit.Begin)}.",
                $"{unit.EnglishName} ({Above(units, unit, unit.Begin)?.EnglishName}) exists from {English(unit.Begin)}.");
        var ending = units.Ending(unit)!;
        var what = What(units, ending);
        var (vi, en) = By(ending);
        var (nowVi, nowEn) = Now(units, ending, today);
        return new(
            $"{Named(unit.FullName, Above(units, unit, unit.End)?.InSentence)} {what.Vi} từ {VietnameseDates.Numeric(ending.On)} {vi}{nowVi}.",
            $"{Named(unit.EnglishName, Above(units, unit, unit.End)?.EnglishName)} {what.En} on {English(ending.On)} {en}{nowEn}.");
    }

    private static LocalText What(UnitDirectory units, Succession ending)
    {
        var (vi, en) = (And(ending.To.Select(to => to.InSentence), "và"), And(ending.To.Select(to => to.EnglishName), "and"));
        return ending.Kind switch
        {
            SuccessionKind.Merged => new($"nhập vào {vi}", $"was merged into {en}"),
            SuccessionKind.Split => new($"được chia vào {vi}", $"was split among {en}"),
            SuccessionKind.Renamed => new($"đổi thành {vi}", $"became {en}"),
            SuccessionKind.Moved => new(
                $"chuyển về {Above(units, ending.To[0], ending.On)?.InSentence}", $"was moved to {Above(units, ending.To[0], ending.On)?.EnglishName}"),
            _ => new("kết thúc hoạt động", "was abolished"),
        };
    }

    private static LocalText By(Succession ending) => ending.Certainty == Certainty.Found
        ? new($"theo {ending.Decree}", $"by {ending.Decree}")
        : new($"theo {ending.Decree} (chưa đối chiếu văn bản)", $"by {ending.Decree} (not checked against the text)");

    private static LocalText Now(UnitDirectory units, Succession ending, DateOnly today)
    {
        var map = units.On(today);
        var now = units.AsOf(ending.From, today);
        if (now.Count > 0)
            return new(
                $"; nay là {And(now.Select(unit => map.PathName(unit.Code)), "và")}",
                $"; today it is {And(now.Select(unit => map.EnglishPathName(unit.Code)), "and")}");
        var parts = units.CameOutOf(ending.From).SelectMany(part => units.AsOf(part, today)).Distinct().ToList();
        return parts.Count == 0
            ? new("", "")
            : new($"; địa bàn nay thuộc {And(parts.Select(unit => unit.InSentence), "và")}", $"; its area lies today in {And(parts.Select(unit => unit.EnglishName), "and")}");
    }

    private static AdministrativeUnit? Above(UnitDirectory units, AdministrativeUnit unit, DateOnly day) => units.Find(unit.Parent, day);

    private static string Named(string name, string? above) => above is null ? name : $"{name} ({above})";

    private static string And(IEnumerable<string> names, string and) =>
        names.ToList() is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} {and} {last}" : string.Concat(names);

    private static string English(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
