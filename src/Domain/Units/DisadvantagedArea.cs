using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Units;

/// <summary>That a unit, with all that lies in it, was an area with particular difficulties (địa bàn khó khăn) between two days.</summary>
/// <param name="Unit">Its code on those days.</param>
/// <param name="Basis">The decision that lists it.</param>
public sealed record DisadvantagedArea(string Unit, DateOnly? ValidFrom, DateOnly? ValidTo, string Basis, Certainty Certainty)
{
    public bool HoldsOn(DateOnly day) => Begin <= day && day <= End;

    internal DateOnly Begin => ValidFrom ?? DateOnly.MinValue;

    internal DateOnly End => ValidTo ?? DateOnly.MaxValue;
}
