using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

[JsonConverter(typeof(JsonStringEnumConverter<CriteriaMode>))]
public enum CriteriaMode
{
    /// <summary>Whole points, added up and held against a pass mark; bands give the grade.</summary>
    Points,

    /// <summary>Indicators met or not met, level by level; the highest level that is fully met gives the grade.</summary>
    Indicators,
}

/// <summary>
/// The criteria of one title in one version of the rules. As read by <see cref="CriteriaSetFile"/> a complete set is consistent: nothing in it is unknown, and
/// with points, indicators add up to their criterion, criteria to <see cref="MaxTotal"/>, and exactly one band holds every total from 0 to the maximum.
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
    CriteriaMode Mode,
    IReadOnlyList<Criterion> Criteria,
    bool Complete)
{
    /// <summary>"VN" for the national text, otherwise the code of the province whose own version this is.</summary>
    public string Jurisdiction { get; init; } = "VN";

    /// <summary>The levels whose holders are judged by this set.</summary>
    public IReadOnlyList<HolderLevel> Levels { get; init; } = [];

    /// <summary>Made up for a demonstration: whatever is certified under it says so.</summary>
    public bool Sample { get; init; }

    /// <summary>Points only. Null: not found in the sources.</summary>
    public int? MaxTotal { get; init; }

    /// <summary>Points only, in any order; empty where the set names no grades.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    /// <summary>Points only. Null: the lowest awarded band begins at it.</summary>
    public PassMark? PassMark { get; init; }

    /// <summary>Indicators only, the lowest first.</summary>
    public IReadOnlyList<AwardLevel> AwardLevels { get; init; } = [];

    /// <summary>The kinds of learning unit that the set tells apart; empty where all are asked the same.</summary>
    public IReadOnlyList<LearningUnitKind> LearningUnitKinds { get; init; } = [];

    /// <summary>Null: not found in the sources.</summary>
    public ResultValidity? ResultValidity { get; init; }

    /// <summary>What is doubtful about single fields, for the reviewer.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    private Indicator[]? indicators;

    public IReadOnlyList<Criterion> Criteria
    {
        get;
        init => (field, indicators) = (value, null);
    } = Criteria;

    /// <summary>Of all criteria, in their order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Indicator> Indicators => AllIndicators;

    /// <summary>The same as an array: reading arrays through an interface is slow, and scoring does it for every answer.</summary>
    internal Indicator[] AllIndicators => indicators ??= [.. Criteria.SelectMany(criterion => criterion.Indicators)];

    public Indicator? Find(string? code) => Indicators.FirstOrDefault(indicator => indicator.Code == code);

    public bool HoldsOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);

    /// <summary>The least total that gives the title to this holder; null where it is not known.</summary>
    public int? PassMarkFor(AssessedHolder holder) =>
        (holder.Disadvantaged ? PassMark?.Disadvantaged : null) ?? PassMark?.Points ?? LowestAwarded?.Min;

    /// <summary>The band that holds this total; null only in a set without bands or an incomplete one.</summary>
    public Band? BandOf(int total)
    {
        for (var i = 0; i < Bands.Count; i++)
            if (Bands[i].Holds(total))
                return Bands[i];
        return null;
    }

    /// <summary>The band with the fewest points that still gives the title.</summary>
    [JsonIgnore]
    public Band? LowestAwarded => LowestAwardedAbove(-1);

    /// <summary>The lowest band above a total that gives the title; null where there is none.</summary>
    public Band? LowestAwardedAbove(int total)
    {
        Band? lowest = null;
        for (var i = 0; i < Bands.Count; i++)
            if (Bands[i] is { Awarded: true } band && band.Min > total && (lowest is null || band.Min < lowest.Min))
                lowest = band;
        return lowest;
    }
}

/// <summary>A kind of learning unit that a set tells apart, for example "THPT".</summary>
public sealed record LearningUnitKind(string Code, LocalText Name);
