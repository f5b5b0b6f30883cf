using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using static TitleCertification.Domain.Titles.CriteriaSetChecks;

namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the points of a set: maxima, sums, bands, pass marks.</summary>
internal static class PointsChecks
{
    internal static IEnumerable<LocalText> Of(CriteriaSet set) =>
        [.. Limits(set), .. Sums(set), .. Bands(set), .. PassMarks(set)];

    private static IEnumerable<LocalText> Limits(CriteriaSet set)
    {
        foreach (var indicator in set.Indicators)
        {
            var place = Place.Indicator.Named(indicator.Code);
            if (indicator.Max is null && set.Complete)
                yield return ButComplete(place, "chưa biết điểm tối đa", "its maximum is not known");
            if (indicator.Max == 0)
                yield return place.Error("điểm tối đa bằng 0 nên không bao giờ được tính.", "its maximum is 0, so it can never count.");
            if (indicator.Floor > indicator.Max)
                yield return place.Error($"điểm phải đạt {indicator.Floor} cao hơn điểm tối đa {indicator.Max}.", $"its floor {indicator.Floor} is above its maximum {indicator.Max}.");
        }
    }

    private static IEnumerable<LocalText> Sums(CriteriaSet set)
    {
        foreach (var criterion in set.Criteria)
        {
            var place = Place.Criterion.Named(criterion.Code);
            if (criterion.Max is null && set.Complete)
                yield return ButComplete(place, "chưa biết điểm tối đa", "its maximum is not known");
            var sum = criterion.Indicators.Sum(indicator => (long)(indicator.Max ?? 0));
            if (Differs(set, sum, criterion.Max))
                yield return place.Error($"các chỉ số cộng lại được {sum} điểm, mà điểm tối đa là {criterion.Max}.", $"its indicators add up to {sum}, its maximum is {criterion.Max}.");
        }

        if (set.MaxTotal is null && set.Complete)
            yield return ButComplete(Place.Set, "chưa biết tổng điểm tối đa", "its maximum is not known");
        var total = set.Criteria.Sum(criterion => (long)(criterion.Max ?? 0));
        if (Differs(set, total, set.MaxTotal))
            yield return Place.Set.Error($"các tiêu chí cộng lại được {total} điểm, mà tổng điểm tối đa là {set.MaxTotal}.", $"its criteria add up to {total}, its maximum is {set.MaxTotal}.");
    }

    // In an incomplete set parts may be missing, so less is no contradiction; more always is.
    private static bool Differs(CriteriaSet set, long sum, int? max) => max is not null && (set.Complete ? sum != max : sum > max);

    private static IEnumerable<LocalText> Bands(CriteriaSet set)
    {
        if (set.Bands.Count == 0)
            yield break;
        var rising = set.Bands.OrderBy(band => band.Min).ToList();
        if (rising[0].Min != 0)
            yield return InNoBand(rising[0], 0, rising[0].Min - 1);
        foreach (var (lower, upper) in rising.Zip(rising.Skip(1)))
        {
            var both = new Place($"mức xếp loại {lower.Code} và {upper.Code}", $"bands {lower.Code} and {upper.Code}");
            if (lower.MaxExclusive is null || lower.MaxExclusive > upper.Min)
                yield return both.Error($"tổng điểm {upper.Min} thuộc cả hai mức.", $"both hold a total of {upper.Min}.");
            else if (lower.MaxExclusive < upper.Min)
                yield return both.Error($"tổng điểm từ {lower.MaxExclusive} đến {upper.Min - 1} không thuộc mức nào.", $"totals from {lower.MaxExclusive} to {upper.Min - 1} are in neither.");
            if (lower.Awarded && !upper.Awarded)
                yield return both.Error("mức thấp được công nhận mà mức cao lại không.", "the lower gives the title and the higher does not.");
        }

        foreach (var band in set.Bands)
        {
            if (band.MaxExclusive <= band.Min)
                yield return Place.Band.Named(band.Code).Error($"không có điểm nào: từ {band.Min} đến dưới {band.MaxExclusive}.", $"it is empty, from {band.Min} to below {band.MaxExclusive}.");
            if (band.Min > set.MaxTotal)
                yield return Place.Band.Named(band.Code).Error($"bắt đầu từ {band.Min} điểm, cao hơn tổng điểm tối đa {set.MaxTotal}.", $"it begins at {band.Min}, above the maximum {set.MaxTotal}.");
        }

        if (rising[^1].MaxExclusive <= set.MaxTotal)
            yield return InNoBand(rising[^1], rising[^1].MaxExclusive, set.MaxTotal);
        if (!set.Bands.Any(band => band.Awarded))
            yield return Place.Set.Error("không mức xếp loại nào được công nhận danh hiệu.", "no band gives the title.");
    }

    private static LocalText InNoBand(Band next, int? from, int? to) =>
        Place.Band.Named(next.Code).Error($"tổng điểm từ {from} đến {to} không thuộc mức xếp loại nào.", $"totals from {from} to {to} are in no band.");

    private static IEnumerable<LocalText> PassMarks(CriteriaSet set)
    {
        var place = Place.Of("passMark");
        if (set.PassMark is not { Points: { } points } mark)
        {
            if (set.Complete && set.PassMark is not null)
                yield return ButComplete(place, "chưa biết điểm đạt", "it is not known");
            else if (set.Complete && set.Bands.Count == 0)
                yield return Place.Set.Error("không có mức xếp loại, cũng không có điểm đạt.", "it has neither bands nor a pass mark.");
            if (set.PassMark is { Disadvantaged: not null })
                yield return place.Error("có điểm đạt của vùng khó khăn mà không có điểm đạt thông thường.", "that of disadvantaged areas is given, the ordinary one is not.");
            yield break;
        }

        if (points > set.MaxTotal)
            yield return place.Error($"điểm đạt {points} cao hơn tổng điểm tối đa {set.MaxTotal}.", $"it is {points}, above the maximum {set.MaxTotal}.");
        if (mark.Disadvantaged > points)
            yield return place.Error($"điểm đạt của vùng khó khăn {mark.Disadvantaged} cao hơn điểm đạt thông thường {points}.", $"in disadvantaged areas it is {mark.Disadvantaged}, above the ordinary {points}.");
        if (set.LowestAwarded is { } lowest && lowest.Min != points)
            yield return place.Error(
                $"điểm đạt là {points}, mà mức xếp loại thấp nhất được công nhận, {lowest.Code}, bắt đầu từ {lowest.Min}.",
                $"it is {points}, but the lowest band that gives the title, {lowest.Code}, begins at {lowest.Min}.");
        var floors = set.Indicators.Sum(indicator => (long)(indicator.Floor ?? 0));
        if (floors > points)
            yield return place.Error($"điểm đạt là {points}, mà riêng điểm phải đạt của các chỉ số cộng lại đã là {floors}.", $"it is {points}, but the floors alone add up to {floors}.");
    }
}
