using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>
/// The criteria of one title in one version of the rules, scored in whole points. As read by <see cref="CriteriaSetFile"/> a complete set is consistent:
/// indicators add up to their criterion, criteria to <see cref="MaxTotal"/>, and exactly one band holds every total from 0 to the maximum.
/// </summary>
/// <param name="ValidFrom">First day, Vietnamese time.</param>
/// <param name="ValidTo">Last day, inclusive; null while no end is known.</param>
/// <param name="Complete">False: the sources do not give every value; the set may be shown and prepared, nothing is certified under it.</param>
public sealed record CriteriaSet(
    string Id,
    TitleKind Title,
    LocalText Name,
    LegalBasis Basis,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    int MaxTotal,
    IReadOnlyList<Band> Bands,
    IReadOnlyList<Criterion> Criteria,
    bool Complete)
{
    /// <summary>"VN" for the national text, otherwise the code of the province whose own version this is.</summary>
    public string Jurisdiction { get; init; } = "VN";

    /// <summary>The administrative levels whose subjects are judged by this set, for example "district" and "province".</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>What is doubtful about single fields, for the reviewer.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    public bool HoldsOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);

    /// <summary>The band that holds this total; null only in an incomplete set.</summary>
    public Band? BandOf(int total)
    {
        for (var i = 0; i < Bands.Count; i++)
            if (Bands[i].Holds(total))
                return Bands[i];
        return null;
    }

    /// <summary>The band with the fewest points that still gives the title.</summary>
    public Band? LowestAwarded => Bands.Where(band => band.Awarded).MinBy(band => band.Min);
}

/// <summary>A range of totals, from <paramref name="Min"/> to below <paramref name="MaxExclusive"/> (null: no upper end).</summary>
/// <param name="Awarded">False for "Không đạt": the total is named, but no title is given.</param>
public sealed record Band(string Code, LocalText Name, int Min, int? MaxExclusive, bool Awarded, Certainty Certainty)
{
    public bool Holds(int total) => total >= Min && (MaxExclusive is null || total < MaxExclusive);
}

public sealed record Criterion(string Code, LocalText Name, int Max, IReadOnlyList<Indicator> Indicators, Certainty Certainty);

/// <param name="Max">Whole points; an answer lies between 0 and this.</param>
/// <param name="Floor">The least that the title asks of this indicator even when the total is high enough; null for none.</param>
/// <param name="Threshold">What the text of the indicator asks for, for example "100%"; null where it names none.</param>
/// <param name="Items">The parts the text lists below the indicator, which carry no points of their own.</param>
public sealed record Indicator(string Code, LocalText Name, int Max, int? Floor, string? Threshold, IReadOnlyList<LocalText> Items, Certainty Certainty);
