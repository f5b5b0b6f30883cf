using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>The stages a title passes, as the rule book prescribes them for some titles, levels and days; <see cref="Routing"/> binds them to the bodies of one place.</summary>
public sealed record ReviewRoute(string Id, LocalText Name, Validity Validity, LegalBasis Basis, IReadOnlyList<RouteStage> Stages)
{
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>False while the days of a stage are not given: it can be shown, but no application takes it.</summary>
    public bool IsComplete => Stages.All(stage => stage.IsComplete);
}

/// <summary>One stage of a route. Days are null where neither the law nor the province gives them.</summary>
/// <param name="Level">The unit whose body decides: the one of this level that the holder lies in.</param>
/// <param name="WorkingDays">Days to decide.</param>
/// <param name="ReminderDays">The reviewer is reminded this many working days before the due day.</param>
/// <param name="AnswerDays">Days the applicant has to answer a correction.</param>
/// <param name="AnswerReminderDays">The applicant is reminded this many working days before that.</param>
/// <param name="Certainty">How certain the days are.</param>
public sealed record RouteStage(
    string Code, LocalText Name, Role Role, UnitKind Level, int? WorkingDays, int? ReminderDays, int? AnswerDays, int? AnswerReminderDays, Certainty Certainty)
{
    public bool IsComplete => this is { WorkingDays: not null, ReminderDays: not null, AnswerDays: not null, AnswerReminderDays: not null };
}
