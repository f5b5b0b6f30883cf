using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Calendar;

/// <summary>A day before which something must be done, for example "before 15 January" of the year after the assessed one (law-and-practice 4.1).</summary>
/// <param name="CriteriaSets">Ids of the sets under whose regime it holds.</param>
/// <param name="SameYear">The day is in the assessed year itself; otherwise in the one after.</param>
/// <param name="Day">Exists in every year: where the texts say 28 February, that is meant in leap years too.</param>
public sealed record DeadlineRule(
    string Code, LocalText Name, Validity Validity, IReadOnlyList<string> CriteriaSets, bool SameYear, int Month, int Day, LegalBasis Basis, Certainty Certainty)
{
    public YearDeadline Of(int assessedYear) => new(Code, Name, new(SameYear ? assessedYear : assessedYear + 1, Month, Day), CriteriaSets, Basis, Certainty);

    internal static IReadOnlyList<DeadlineRule> Parse(ReadOnlyMemory<byte> json, string fileName, List<LocalText> errors) =>
        EntryFile.Read(json, fileName, Place.Deadlines, errors, file => file.List("deadlines", Place.Deadline).Select(Read).OfType<DeadlineRule>().ToList()) ?? [];

    private static DeadlineRule? Read(EntryReader entry)
    {
        var (code, name, validity, sets) = (entry.Text("code"), entry.LocalHere(), Validity.Read(entry), entry.Texts("criteriaSets"));
        var (month, day, basis, certainty) = (entry.Number("month"), entry.Number("day"), entry.Basis("basis"), entry.Certainty());
        var sameYear = entry.Flag("sameYear", optional: true) ?? false;
        entry.RefuseUnknown();
        // 2023 has no 29 February, and neither has the rule.
        if (month is not null && day is not null && (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2023, month.Value)))
        {
            entry.Error($"{day}/{month} không phải là ngày năm nào cũng có.", $"{day}/{month} is not a day of every year.");
            return null;
        }

        return code is null || name is null || validity is null || month is null || day is null || basis is null || certainty is null
            ? null
            : new(code, name, validity, sets, sameYear, month.Value, day.Value, basis, certainty.Value);
    }
}

/// <summary>A deadline in one year.</summary>
/// <param name="Before">The first Vietnamese day that is too late: "before 15/01" is met on 14/01 until midnight.</param>
public sealed record YearDeadline(string Code, LocalText Name, DateOnly Before, IReadOnlyList<string> CriteriaSets, LegalBasis Basis, Certainty Certainty)
{
    /// <summary>The last day on which it is met.</summary>
    public DateOnly LastDay => Before.AddDays(-1);

    /// <summary>The first instant that is too late, UTC.</summary>
    public DateTimeOffset PassedAt => VietnamTime.StartOf(Before);
}
