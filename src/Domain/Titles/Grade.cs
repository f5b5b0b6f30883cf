using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>How well a title is reached: a band of points ("Tốt") or a level of indicators ("Mức độ 1").</summary>
/// <param name="Awarded">False for "Không đạt": the result has a name, but no title is given.</param>
public sealed record Grade(string Code, LocalText Name, bool Awarded);

/// <summary>A range of totals, from <paramref name="Min"/> to below <paramref name="MaxExclusive"/> (null: no upper end).</summary>
public sealed record Band(string Code, LocalText Name, int Min, int? MaxExclusive, bool Awarded, Certainty Certainty)
{
    [JsonIgnore]
    public Grade Grade => new(Code, Name, Awarded);

    public bool Holds(int total) => total >= Min && (MaxExclusive is null || total < MaxExclusive);
}

/// <summary>A level (mức độ) of a set that is judged by indicators: reached when every indicator asked at it is met.</summary>
public sealed record AwardLevel(string Code, LocalText Name, Certainty Certainty)
{
    [JsonIgnore]
    public Grade Grade => new(Code, Name, Awarded: true);
}

/// <summary>The least total that gives the title.</summary>
/// <param name="Points">Null: not found in the sources.</param>
/// <param name="Disadvantaged">The mark of disadvantaged areas; null where it is the same.</param>
public sealed record PassMark(int? Points, int? Disadvantaged, Certainty Certainty);
