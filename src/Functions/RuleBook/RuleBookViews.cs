using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Titles;

namespace TitleCertification.Functions.RuleBook;

/// <summary>The rule book of this service as callers see it (docs/api.md).</summary>
/// <param name="AsOf">A demonstration may stand still on a day.</param>
/// <param name="Gaps">What cannot be certified under it today, and why.</param>
public sealed record RuleBookView(
    string Version, bool Sample, bool Complete, DateOnly? AsOf, UnitView Province, string NationalCode, Certainty NationalCodeCertainty, LocalText Note,
    IReadOnlyList<ReceivingAgency> Agencies, IReadOnlyList<CriteriaSetItem> CriteriaSets, IReadOnlyList<RouteView> Routes, IReadOnlyList<TakeoverRule> Takeovers,
    IReadOnlyList<CalendarYearItem> Calendar, IReadOnlyList<LocalText> Gaps)
{
    public static RuleBookView Of(Rules rules, DateOnly day)
    {
        var book = rules.Current;
        return new(
            book.Version, book.IsSample, book.Province.IsComplete, book.Province.AsOf, new(rules.ProvinceUnit.Code, rules.ProvinceUnit.FullName),
            book.Province.NationalCode, book.Province.NationalCodeCertainty, book.Province.Note, book.Province.Agencies,
            [.. InOrder(book.CriteriaSets.Values).Select(CriteriaSetItem.Of)], [.. InOrder(book.Routes).Select(route => RouteView.Of(route, book, day, null))], book.Takeovers,
            [.. book.Calendar.Years.Select(year => new CalendarYearItem(year.Year, year.Announced, year.Basis, year.Certainty))], [.. RuleBookSentences.Gaps(book, day)]);
    }

    internal static IEnumerable<CriteriaSet> InOrder(IEnumerable<CriteriaSet> sets) => sets.OrderBy(set => set.Title).ThenBy(set => set.Id, StringComparer.Ordinal);

    internal static IEnumerable<ReviewRoute> InOrder(IEnumerable<ReviewRoute> routes) =>
        routes.OrderBy(route => route.Validity.From).ThenBy(route => route.Id, StringComparer.Ordinal);
}

public sealed record CalendarYearItem(int Year, bool Announced, LegalBasis Basis, Certainty Certainty);

public sealed record RouteList(DateOnly On, IReadOnlyList<RouteView> Items);

/// <param name="Chosen">The province has chosen it.</param>
/// <param name="Holds">It is chosen and valid on the day asked about: applications of that day take it.</param>
/// <param name="Complete">Every stage has its days; otherwise no application takes it.</param>
public sealed record RouteView(
    string Id, LocalText Name, bool Chosen, bool Holds, bool Complete, string Jurisdiction, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<TitleLevels> AppliesTo,
    LegalBasis Basis, IReadOnlyList<RouteStageView> Stages, IReadOnlyList<Note> Notes)
{
    /// <param name="place">The map of the day and the unit of a holder, for the bodies that would decide there; null to leave them open.</param>
    public static RouteView Of(ReviewRoute route, Domain.RuleBook.RuleBook book, DateOnly day, (UnitMap Map, string Unit)? place)
    {
        var (validity, chosen) = (route.Validity, book.Province.Routes.Contains(route.Id));
        return new(
            route.Id, route.Name, chosen, chosen && validity.HoldsOn(day), route.IsComplete, validity.Jurisdiction, validity.From, validity.To, validity.AppliesTo, route.Basis,
            [.. route.Stages.Select(stage => RouteStageView.Of(stage, place is var (map, unit) ? map.Above(unit, stage.Level) : null))], route.Notes);
    }
}

/// <param name="WorkingDays">To decide; this and the other days are absent where neither the law nor the province gives them.</param>
/// <param name="Body">Whose body decides, where a unit was asked about.</param>
public sealed record RouteStageView(
    string Code, LocalText Name, Role Role, UnitKind Level, int? WorkingDays, int? ReminderDays, int? AnswerDays, int? AnswerReminderDays, Certainty Certainty, UnitView? Body)
{
    public static RouteStageView Of(RouteStage stage, AdministrativeUnit? body) => new(
        stage.Code, stage.Name, stage.Role, stage.Level, stage.WorkingDays, stage.ReminderDays, stage.AnswerDays, stage.AnswerReminderDays, stage.Certainty,
        body is null ? null : new(body.Code, body.FullName));
}

public sealed record DeadlineList(int AssessedYear, IReadOnlyList<YearDeadline> Items);

/// <param name="Covers">False: the rule book has no holidays of the year, so that only Saturdays and Sundays are no working days.</param>
public sealed record CalendarYearView(int Year, bool Covers, bool? Announced, LegalBasis? Basis, Certainty? Certainty, IReadOnlyList<CalendarDay> Days, IReadOnlyList<Note> Notes)
{
    public static CalendarYearView Of(HolidayCalendar calendar, int year) => calendar.Years.FirstOrDefault(known => known.Year == year) is { } found
        ? new(year, true, found.Announced, found.Basis, found.Certainty, found.Days, found.Notes)
        : new(year, false, null, null, null, [], []);
}
