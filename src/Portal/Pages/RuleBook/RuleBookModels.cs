using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Portal.Pages.RuleBook;

/// <param name="Place">Name of the province.</param>
/// <param name="Gaps">What cannot be certified yet, and why.</param>
public sealed record RulesModel(Domain.RuleBook.RuleBook Book, string Place, IReadOnlyList<CriteriaSet> Sets, IReadOnlyList<LocalText> Gaps);

/// <param name="Deadlines">For the year that is being assessed.</param>
/// <param name="Day">The day whose routes hold.</param>
public sealed record RoutesModel(
    IReadOnlyList<ReviewRoute> Routes, IReadOnlyList<string> Chosen, DateOnly Day, IReadOnlyList<TakeoverRule> Takeovers, int AssessedYear, IReadOnlyList<YearDeadline> Deadlines);

/// <param name="Years">All that the rule book has.</param>
public sealed record CalendarModel(CalendarYear Year, IReadOnlyList<int> Years);
