using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Applications;

/// <summary>What answers would be judged as, before they are submitted, by the same engine. Nothing is stored, and nobody is asked who he is.</summary>
public static class Previewing
{
    /// <returns>Exactly one of both. Answers that are missing or out of range are grounds of the verdict and no refusal, so that a form that is half filled in can be shown.</returns>
    public static (Verdict? Verdict, Refusal? Refusal) Judge(PreviewInput input, IReadOnlyDictionary<string, CriteriaSet> criteriaSets, UnitMap units)
    {
        List<Fault> faults = [.. AnswerInput.Faults(input.Answers)];
        if (input.Unit is not null && units.Find(input.Unit) is null)
            faults.Add(new("unknown_unit", "/unit", new($"Không có đơn vị hành chính “{input.Unit}”.", $"There is no administrative unit “{input.Unit}”.")));
        if (input.CriteriaSet is not { } id || !criteriaSets.TryGetValue(id, out var set))
        {
            faults.Add(new("unknown_criteria_set", "/criteriaSet", new($"Không có bộ tiêu chí “{input.CriteriaSet}”.", $"There is no criteria set “{input.CriteriaSet}”.")));
            return (null, new(RefusalCodes.InvalidInput, faults));
        }

        var (holder, fault) = AssessedInput.Of(input.Level, input.LearningUnitKind, input.Unit, set, units);
        if (fault is not null)
            faults.Add(fault);
        return faults.Count > 0 ? (null, new(RefusalCodes.InvalidInput, faults)) : (Scoring.Judge(set, AnswerInput.ToAssessment(input.Answers), holder), null);
    }
}

/// <param name="Unit">Needed only to know whether the lower pass mark of disadvantaged areas holds.</param>
public sealed record PreviewInput(string? CriteriaSet, string? Level, string? LearningUnitKind, string? Unit, IReadOnlyList<AnswerInput?>? Answers);
