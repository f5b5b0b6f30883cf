using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>What must hold between the values of a set, in either model. Each problem is a sentence that starts with the entry it is about.</summary>
internal static class CriteriaSetChecks
{
    internal static IEnumerable<LocalText> Of(CriteriaSet set) =>
    [
        .. Validity(set), .. Holders(set), .. Codes(set), .. Applicability(set), .. Completeness(set),
        .. set.Mode is CriteriaMode.Points ? PointsChecks.Of(set) : LevelChecks.Of(set),
    ];

    private static IEnumerable<LocalText> Validity(CriteriaSet set)
    {
        var result = Place.Of("resultValidity");
        if (set.ValidTo < set.ValidFrom)
            yield return Place.Set.Error($"hết hiệu lực ngày {set.ValidTo:yyyy-MM-dd}, trước khi có hiệu lực ngày {set.ValidFrom:yyyy-MM-dd}.", $"it ends on {set.ValidTo:yyyy-MM-dd}, before it begins on {set.ValidFrom:yyyy-MM-dd}.");
        if (set.ResultValidity is { Months: 0 } or { UpgradeAfterMonths: 0 })
            yield return result.Error("có số tháng bằng 0.", "a number of months is 0.");
        if (set.ResultValidity is { Rule: ReevaluationRule.Yearly, Months: not null })
            yield return result.Error("kết quả công nhận hằng năm thì không có số tháng.", "a yearly result has no number of months.");
        if (set.ResultValidity is { Months: { } months, UpgradeAfterMonths: { } upgrade } && upgrade > months)
            yield return result.Error(
                $"sau {upgrade} tháng mới được đề nghị mức cao hơn, mà kết quả chỉ có giá trị {months} tháng.",
                $"a higher grade could be asked for after {upgrade} months, when the result has ended after {months}.");
    }

    private static IEnumerable<LocalText> Holders(CriteriaSet set)
    {
        var title = TitleInfo.Of(set.Title);
        if (set.Levels.Count == 0)
            yield return Place.Set.Error($"\"levels\" để trống; các cấp của {title.Code} là {string.Join(", ", title.Levels)}.", $"\"levels\" is empty; the levels of {title.Code} are {string.Join(", ", title.Levels)}.");
        foreach (var level in set.Levels.Except(title.Levels))
            yield return Place.Set.Error($"{title.Code} không có cấp {level}; các cấp là {string.Join(", ", title.Levels)}.", $"{title.Code} has no level {level}; its levels are {string.Join(", ", title.Levels)}.");
        foreach (var level in Repeated(set.Levels.Select(level => level.ToString())))
            yield return Place.Set.Error($"cấp {level} được nêu nhiều lần.", $"level {level} is named more than once.");
        if (set.LearningUnitKinds.Count > 0 && set.Title is not TitleKind.LearningUnit)
            yield return Place.Set.Error($"loại hình đơn vị không có nghĩa đối với {title.Code}.", $"kinds of learning unit have no meaning for {title.Code}.");
    }

    private static IEnumerable<LocalText> Codes(CriteriaSet set) =>
    [
        .. Twice(Place.Band, set.Bands.Select(band => band.Code)),
        .. Twice(Place.AwardLevel, set.AwardLevels.Select(level => level.Code)),
        .. Twice(Place.UnitKind, set.LearningUnitKinds.Select(kind => kind.Code)),
        .. Twice(Place.Criterion, set.Criteria.Select(criterion => criterion.Code)),
        .. Twice(Place.Indicator, set.Indicators.Select(indicator => indicator.Code)),
    ];

    private static IEnumerable<LocalText> Applicability(CriteriaSet set)
    {
        foreach (var indicator in set.Indicators)
        {
            var place = Place.Indicator.Named(indicator.Code);
            foreach (var kind in indicator.AppliesTo.Where(kind => set.LearningUnitKinds.All(known => known.Code != kind)))
                yield return place.Error($"áp dụng cho \"{kind}\", không phải là loại hình đơn vị của bộ này.", $"it applies to \"{kind}\", which is no kind of learning unit of this set.");
            foreach (var level in indicator.HolderLevels.Except(set.Levels))
                yield return place.Error($"áp dụng cho cấp {level}, không phải là cấp của bộ này.", $"it applies to level {level}, which is no level of this set.");
            foreach (var kind in Repeated(indicator.AppliesTo))
                yield return place.Error($"áp dụng cho \"{kind}\" nhiều lần.", $"it applies to \"{kind}\" more than once.");
        }
    }

    private static IEnumerable<LocalText> Completeness(CriteriaSet set)
    {
        if (!set.Complete)
            yield break;
        if (set.Criteria.Count == 0)
            yield return Place.Set.Error("không có tiêu chí nào.", "it has no criteria.");
        if (set.ResultValidity is null)
            yield return ButComplete(Place.Set, "chưa biết \"resultValidity\"", "\"resultValidity\" is not known");
        foreach (var criterion in set.Criteria)
        {
            if (criterion.Partial)
                yield return ButComplete(Place.Criterion.Named(criterion.Code), "tiêu chí mới có một phần", "it is partial");
            if (criterion.Indicators.Count == 0)
                yield return Place.Criterion.Named(criterion.Code).Error("không có chỉ số nào.", "it has no indicators.");
        }
    }

    private static IEnumerable<LocalText> Twice(Place entry, IEnumerable<string> codes) =>
        Repeated(codes).Select(code => entry.Named(code).Error("mã được dùng nhiều lần.", "the code is used more than once."));

    internal static LocalText ButComplete(Place place, string vi, string en) => place.Error($"{vi}, mà bộ tiêu chí lại ghi là đầy đủ.", $"{en}, but the set is said to be complete.");

    internal static IEnumerable<string> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key);
}
