using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Calendar;

/// <summary>What differs from Monday to Friday in one year, as a file of <c>rulebook/calendar</c> gives it.</summary>
/// <param name="Announced">False while days of the year are still to be announced: the days that follow from the law alone are in it.</param>
public sealed record CalendarYear(int Year, LegalBasis Basis, Certainty Certainty, bool Announced, IReadOnlyList<CalendarDay> Days)
{
    /// <summary>What is doubtful about single days.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}

public sealed record CalendarDay(DateOnly Day, CalendarDayKind Kind, LocalText Name);

public enum CalendarDayKind
{
    /// <summary>A public holiday.</summary>
    Holiday,

    /// <summary>A day off for a public holiday that fell on a day of the weekend.</summary>
    Substitute,

    /// <summary>A working day that is off in exchange for a day of the weekend that is worked.</summary>
    Swapped,

    /// <summary>The Saturday or Sunday that is worked in exchange.</summary>
    Worked,
}
