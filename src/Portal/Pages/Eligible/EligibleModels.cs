using TitleCertification.Domain.Text;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Portal.Pages.Eligible;

/// <param name="Before">What was answered on the pages before.</param>
/// <param name="IsMissing">Nothing was chosen.</param>
public sealed record QuestionModel(LocalText Question, string Name, IReadOnlyList<ChoiceOption> Options, IReadOnlyList<(string Name, string Value)> Before, bool IsMissing);

/// <param name="Set">Null: there is no complete criteria set for that year, so nobody can apply yet.</param>
/// <param name="Needed">The points that give the title; null where indicators are judged one by one.</param>
public sealed record EligibleModel(LocalText Title, int Year, LocalText? Set, int? Needed, int? Max, IReadOnlyList<EligibleCriterion> Criteria);

public sealed record EligibleCriterion(LocalText Name, int? Max, IReadOnlyList<LocalText> Indicators);
