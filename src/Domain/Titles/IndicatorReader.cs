using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>One indicator of a file, in either model.</summary>
internal static class IndicatorReader
{
    internal static Indicator? Read(EntryReader entry, CriteriaMode mode)
    {
        var (code, name, certainty) = (entry.Text("code"), entry.LocalHere(), entry.Certainty());
        var threshold = entry.Text("threshold", optional: true);
        var items = entry.List("items", Place.Item, optional: true).Select(ReadItem).ToList();
        var points = mode is CriteriaMode.Points;
        var (max, floor) = points ? (entry.NumberOrUnknown("max"), entry.Number("floor", optional: true)) : (null, null);
        // In points everything applies to everybody: totals out of different maxima could not be compared.
        var (appliesTo, levels) = points ? ([], []) : (entry.Texts("appliesTo"), entry.Choices<HolderLevel>("holderLevels"));
        var measure = points ? Measure.Points : ReadMeasure(entry);
        var requirements = points ? [] : entry.List("requirements", Place.Requirement, optional: measure is not Measure.Percent)
            .Select(requirement => ReadRequirement(requirement, measure)).ToList();
        entry.RefuseUnknown();
        return code is null || name is null || certainty is null || measure is null || items.Contains(null) || requirements.Contains(null)
            ? null
            : new(code, name, max, floor, threshold, items!, certainty.Value)
            {
                Measure = measure.Value,
                Requirements = requirements!,
                AppliesTo = appliesTo,
                HolderLevels = levels,
            };
    }

    private static Measure? ReadMeasure(EntryReader entry)
    {
        switch (entry.Text("measure"))
        {
            case null: return null;
            case "met": return Measure.Met;
            case "percent": return Measure.Percent;
            case var other:
                entry.Error(
                    $"\"measure\" là \"{other}\"; chỉ số của bộ này là \"met\" (đạt hay không đạt) hoặc \"percent\" (tỷ lệ phần trăm).",
                    $"\"measure\" is \"{other}\"; an indicator of this set is \"met\" (met or not met) or \"percent\".");
                return null;
        }
    }

    private static Requirement? ReadRequirement(EntryReader entry, Measure? measure)
    {
        var (level, certainty) = (entry.Text("level"), entry.Certainty());
        var percent = measure is Measure.Percent ? entry.PercentOrUnknown("percent") : null;
        entry.RefuseUnknown();
        return level is null || certainty is null ? null : new(level, percent, certainty.Value);
    }

    private static LocalText? ReadItem(EntryReader entry)
    {
        var text = entry.LocalHere();
        entry.RefuseUnknown();
        return text;
    }
}
