using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.RuleBook;

/// <summary>Whom an entry of the rule book binds, for what and from when to when: what routes, criteria sets, wordings and deadlines have in common.</summary>
/// <param name="Jurisdiction"><see cref="Nation"/>, or the code of the province whose own rule this is: that goes before the national one.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; null while no end is known.</param>
public sealed record Validity(string Jurisdiction, DateOnly From, DateOnly? To, IReadOnlyList<TitleLevels> AppliesTo)
{
    public const string Nation = "VN";

    public bool IsNational => Jurisdiction == Nation;

    public bool HoldsOn(DateOnly day) => day >= From && (To is null || day <= To);

    public bool IsFor(TitleKind title, HolderLevel level)
    {
        foreach (var entry in AppliesTo)
            if (entry.Title == title && entry.Levels.Contains(level))
                return true;
        return false;
    }

    /// <summary>Is it for any title and level of those that are asked about? Null asks about all.</summary>
    public bool Concerns(TitleKind? title, HolderLevel? level) =>
        AppliesTo.Any(entry => (title is null || entry.Title == title) && (level is null || entry.Levels.Contains(level.Value)));

    public bool Overlaps(Validity other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);

    /// <summary>The fields "jurisdiction", "validFrom", "validTo" and "appliesTo" of an entry; null where one is wrong.</summary>
    internal static Validity? Read(EntryReader entry)
    {
        var (jurisdiction, from, to, appliesTo) = (entry.Text("jurisdiction"), entry.Date("validFrom"), entry.Date("validTo", optional: true), entry.AppliesTo());
        if (to < from)
            entry.Error(
                $"hết hiệu lực ngày {to:yyyy-MM-dd}, trước khi có hiệu lực ngày {from:yyyy-MM-dd}.", $"it ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.");
        return jurisdiction is null || from is null ? null : new(jurisdiction, from.Value, to, appliesTo);
    }
}
