using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// All rules that are data, as of one edition: made of files alone (<see cref="RuleBookFiles"/>), immutable, checked as a whole. What it prescribes is asked by
/// title, level and day; a rule of the province's own goes before the national one.
/// </summary>
/// <param name="Version">Tells this edition from every other: a hash over all its files.</param>
/// <param name="CriteriaSets">By id.</param>
/// <param name="Routes">All of them, also those that the province has not chosen.</param>
/// <param name="Files">What it was made of, by path.</param>
public sealed record RuleBook(
    string Version, Province Province, IReadOnlyDictionary<string, CriteriaSet> CriteriaSets, IReadOnlyList<ReviewRoute> Routes, UnitDirectory Units,
    HolidayCalendar Calendar, IReadOnlyList<DeadlineRule> Deadlines, IReadOnlyList<CertificateWording> Wordings, IReadOnlyList<TakeoverRule> Takeovers,
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    /// <summary>What is certified under it says that it has no legal value.</summary>
    public bool IsSample => Province.IsSample;

    /// <summary>The routes that the province has chosen.</summary>
    public IEnumerable<ReviewRoute> ChosenRoutes => Routes.Where(route => Province.Routes.Contains(route.Id));

    /// <summary>The day whose map and routes hold: today, unless a demonstration stands still on another.</summary>
    public DateOnly DayFor(DateOnly today) => Province.AsOf ?? today;

    /// <summary>Null where nothing prescribes how the title is reviewed.</summary>
    public ReviewRoute? RouteFor(TitleKind title, HolderLevel level, DateOnly day) => Pick(ChosenRoutes, route => route.Validity, title, level, day);

    public CertificateWording? WordingFor(TitleKind title, HolderLevel level, DateOnly day) => Pick(Wordings, wording => wording.Validity, title, level, day);

    /// <summary>The days by which something must be done for the assessed year, in their order; null asks about every title or level.</summary>
    public IReadOnlyList<YearDeadline> DeadlinesFor(TitleKind? title, HolderLevel? level, int assessedYear) =>
    [
        .. Deadlines.Where(rule => rule.Validity.Concerns(title, level) && rule.Validity.HoldsOn(new(assessedYear, 12, 31)))
            .Select(rule => rule.Of(assessedYear)).OrderBy(deadline => deadline.Before),
    ];

    /// <summary>
    /// The code that a body gives dossier numbers under: the one the province gives it; otherwise the national code of the province joined with the code of the
    /// unit, or of the nearest above it, that fits the national form. Commune codes of five digits do not, so such a commune files under the province.
    /// </summary>
    public string AgencyOf(string unit, DateOnly day) => Province.Agencies.FirstOrDefault(agency => agency.Unit == unit)?.Code
        ?? Units.On(day).Path(unit).Where(above => above.HasOfficialCode && above.Kind != UnitKind.Province).Select(above => $"{Province.NationalCode}.{above.Code}")
            .FirstOrDefault(code => DossierNumber.TryCreate(code, day, 1, out _)) ?? Province.NationalCode;

    /// <summary>The file that an entry stands in, for whoever has to correct it.</summary>
    public string FileOf(string id) => Files.FirstOrDefault(
        file => file.Key.EndsWith(".json", StringComparison.Ordinal) && EntryFile.Read(file.Value, file.Key, Place.Of(file.Key), [], entry => entry.Text("id", optional: true)) == id).Key ?? id;

    /// <summary>Who goes on when a body ends.</summary>
    public Takeovers TakeoversOfBodies { get; } = new(Units, Takeovers) { StandsStill = Province.AsOf is not null };

    private static T? Pick<T>(IEnumerable<T> entries, Func<T, Validity> validity, TitleKind title, HolderLevel level, DateOnly day)
        where T : class =>
        entries.Where(entry => validity(entry).IsFor(title, level) && validity(entry).HoldsOn(day)).OrderBy(entry => validity(entry).IsNational).FirstOrDefault();
}
