namespace TitleCertification.Domain.Review;

/// <summary>One stage as the rule book prescribes it, bound to the body that decides.</summary>
/// <param name="Code">"district", "province".</param>
/// <param name="Unit">Code of the administrative unit whose body decides.</param>
/// <param name="WorkingDays">Days to decide, counted from the day after it was opened.</param>
/// <param name="BoundOn">The day from which the body is meant, where a later one took the stage over; null for the day of submission. A code alone is not enough: codes are given again.</param>
/// <param name="ReminderDays">The reviewer is reminded this many working days before the due day.</param>
public sealed record StageRule(string Code, Role Role, string Unit, int WorkingDays, int ReminderDays, CorrectionRule Correction, DateOnly? BoundOn = null);

/// <param name="AnswerDays">Working days the applicant has to answer.</param>
/// <param name="ReminderDays">The applicant is reminded this many working days before that.</param>
public sealed record CorrectionRule(int AnswerDays, int ReminderDays);
