using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Titles;

/// <summary>From the entries of a file to a set. Null where a field is missing or wrong; the entries have said so.</summary>
internal static class CriteriaSetReader
{
    internal static CriteriaSet? Read(EntryReader file)
    {
        var mode = ReadMode(file);
        var (id, name, basis) = (file.Id("id"), file.Local("name"), file.Basis("basis"));
        var title = file.Title("title");
        var (from, to) = (file.Date("validFrom"), file.Date("validTo", optional: true));
        var (complete, jurisdiction, sample) = (file.Flag("complete"), file.Text("jurisdiction"), file.Flag("sample", optional: true));
        var levels = file.Choices<HolderLevel>("levels");
        var validity = file.Entry("resultValidity", optional: true) is { } entry ? ReadValidity(entry) : null;
        var notes = file.Notes();
        var points = mode is CriteriaMode.Points;
        var maxTotal = points ? file.NumberOrUnknown("maxTotal") : null;
        var passMark = points && file.Entry("passMark", optional: true) is { } mark ? ReadPassMark(mark) : null;
        var bands = points ? file.List("bands", Place.Band, optional: true).Select(ReadBand).ToList() : [];
        var kinds = mode is CriteriaMode.Indicators ? file.List("learningUnitKinds", Place.UnitKind, optional: true).Select(ReadKind).ToList() : [];
        var awardLevels = mode is CriteriaMode.Indicators ? file.List("awardLevels", Place.AwardLevel).Select(ReadAwardLevel).ToList() : [];
        var criteria = mode is { } known ? file.List("criteria", Place.Criterion).Select(criterion => ReadCriterion(criterion, known)).ToList() : [];
        // Of which mode the fields are is not known: that one error is enough.
        if (mode is null)
            file.PassOver("maxTotal", "passMark", "bands", "learningUnitKinds", "awardLevels", "criteria");
        if (id is null || title is null || name is null || basis is null || from is null || complete is null || jurisdiction is null || mode is null
            || bands.Contains(null) || awardLevels.Contains(null) || criteria.Contains(null) || kinds.Contains(null))
            return null;
        return new(id, title.Value, name, basis, from.Value, to, mode.Value, criteria!, complete.Value)
        {
            Jurisdiction = jurisdiction,
            Levels = levels,
            Sample = sample ?? false,
            MaxTotal = maxTotal,
            PassMark = passMark,
            Bands = bands!,
            AwardLevels = awardLevels!,
            LearningUnitKinds = kinds!,
            ResultValidity = validity,
            Notes = notes,
        };
    }

    private static CriteriaMode? ReadMode(EntryReader file)
    {
        switch (file.Text("mode"))
        {
            case null: return null;
            case "points": return CriteriaMode.Points;
            case "indicators": return CriteriaMode.Indicators;
            case var other:
                file.Error($"\"mode\" là \"{other}\"; chỉ nhận points (chấm điểm) hoặc indicators (chỉ số).", $"\"mode\" is \"{other}\"; the modes are points and indicators.");
                return null;
        }
    }

    private static LearningUnitKind? ReadKind(EntryReader entry)
    {
        var (code, name) = (entry.Text("code"), entry.LocalHere());
        entry.RefuseUnknown();
        return code is null || name is null ? null : new(code, name);
    }

    private static ResultValidity? ReadValidity(EntryReader entry)
    {
        var (rule, certainty) = (entry.Choice<ReevaluationRule>("rule"), entry.Certainty());
        var months = entry.Number("months", optional: rule is not ReevaluationRule.AfterMonths);
        var upgrade = entry.Number("upgradeAfterMonths", optional: true);
        entry.RefuseUnknown();
        return rule is null || certainty is null ? null : new(rule.Value, months, upgrade, certainty.Value);
    }

    private static PassMark? ReadPassMark(EntryReader entry)
    {
        var (points, disadvantaged, certainty) = (entry.NumberOrUnknown("points"), entry.Number("disadvantaged", optional: true), entry.Certainty());
        entry.RefuseUnknown();
        return certainty is null ? null : new(points, disadvantaged, certainty.Value);
    }

    private static Band? ReadBand(EntryReader entry)
    {
        var (code, name, min, max) = (entry.Text("code"), entry.LocalHere(), entry.Number("min"), entry.Number("maxExclusive", optional: true));
        var (awarded, certainty) = (entry.Flag("awarded"), entry.Certainty());
        entry.RefuseUnknown();
        return code is null || name is null || min is null || awarded is null || certainty is null
            ? null
            : new(code, name, min.Value, max, awarded.Value, certainty.Value);
    }

    private static AwardLevel? ReadAwardLevel(EntryReader entry)
    {
        var (code, name, certainty) = (entry.Text("code"), entry.LocalHere(), entry.Certainty());
        entry.RefuseUnknown();
        return code is null || name is null || certainty is null ? null : new(code, name, certainty.Value);
    }

    private static Criterion? ReadCriterion(EntryReader entry, CriteriaMode mode)
    {
        var (code, name, certainty) = (entry.Text("code"), entry.LocalHere(), entry.Certainty());
        var max = mode is CriteriaMode.Points ? entry.NumberOrUnknown("max") : null;
        var partial = entry.Flag("partial", optional: true) ?? false;
        var indicators = entry.List("indicators", Place.Indicator).Select(indicator => IndicatorReader.Read(indicator, mode)).ToList();
        entry.RefuseUnknown();
        return code is null || name is null || certainty is null || indicators.Contains(null)
            ? null
            : new(code, name, max, indicators!, certainty.Value, partial);
    }
}
