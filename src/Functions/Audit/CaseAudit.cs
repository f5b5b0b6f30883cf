using System.Security.Cryptography;
using System.Text.Json;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>What the chain of one case says of itself.</summary>
/// <param name="Facts">As far as they are what they must be.</param>
/// <param name="Broken">The first link that is not; null when all are.</param>
public sealed record CaseAudit(IReadOnlyList<AuditedFact> Facts, bool Erased, BrokenLink? Broken)
{
    /// <summary>Verifies the stored rows byte for byte, and that they open and make the state that is stored.</summary>
    /// <remarks>Whoever rewrites a whole case with its key makes a chain that verifies; the heads exported before find that (<see cref="ExportedHeads"/>).</remarks>
    public static CaseAudit Of(StoredCase stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var state = Try(() => Json.Read<StateRow>(stored.State!.Body));
        var erased = state?.Erased is not null;
        var (facts, previous) = (new List<AuditedFact>(), FactChain.Start(stored.Dossier));
        foreach (var row in stored.Facts)
        {
            var sequence = facts.Count + 1;
            if (row.Key != FactChain.Key(sequence))
                return Break(sequence, LinkFault.Missing);
            var link = FactLink.Parse(row.Body);
            if (link is null || (link.Recorded is null && !erased))
                return Break(sequence, LinkFault.Unreadable);
            if (link.Previous != previous)
                return Break(sequence, LinkFault.NotLinked);
            if (link.Recorded is not null && FactChain.Link(previous, link.Recorded) != link.Hash)
                return Break(sequence, LinkFault.Changed);
            var fact = AuditedFact.Of(link, sequence);
            if (fact is null)
                return Break(sequence, LinkFault.Unreadable);
            if (fact.Sequence != sequence)
                return Break(sequence, LinkFault.OutOfPlace);
            facts.Add(fact);
            previous = link.Hash;
        }

        return new(facts, erased, StateFault(stored, state, facts) is var (sequence2, fault) ? new(stored.Dossier, sequence2, fault) : null);

        CaseAudit Break(int sequence, LinkFault fault) => new(facts, erased, new(stored.Dossier, sequence, fault));
    }

    private static (int Sequence, LinkFault Fault)? StateFault(StoredCase stored, StateRow? state, List<AuditedFact> facts)
    {
        if (stored.State is null)
            return (0, LinkFault.StateMissing);
        if (state is null)
            return (facts.Count, LinkFault.StateDiffers);
        var version = state.Version ?? state.State?.Version ?? 0;
        if (version > facts.Count)
            return (facts.Count + 1, LinkFault.Missing);
        if (version < facts.Count)
            return (version + 1, LinkFault.Unaccounted);
        if (version == 0 || facts[^1].Hash != state.Head)
            return (version, LinkFault.StateDiffers);
        if (state.Erased is not null)
            return facts[^1].Kind == nameof(Fact.CaseErased) && stored.KeyRow is null && state.Sealed is null ? null : (version, LinkFault.StateDiffers);
        return OpenFault(stored, state, version);
    }

    private static (int Sequence, LinkFault Fault)? OpenFault(StoredCase stored, StateRow state, int version)
    {
        if (Try(() => stored.Key?.ToText() ?? "") != (state.Key ?? ""))
            return (0, LinkFault.KeyMissing);
        var key = stored.Key;
        var recorded = new List<RecordedFact>();
        foreach (var row in stored.Facts)
        {
            if (Try(() => FactChain.Read(stored.Dossier, row.Body, key)) is not { } fact)
                return (recorded.Count + 1, LinkFault.Unreadable);
            recorded.Add(fact);
        }

        var same = Try(() => Json.Write(state.Open(stored.Dossier)) == Json.Write(Evolution.Fold(stored.Dossier, recorded)) ? "" : null);
        return same is null ? (version, LinkFault.StateDiffers) : null;
    }

    /// <returns>Null for what is not what it should be: nothing stored is trusted here.</returns>
    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or FormatException or CryptographicException or CaseErasedException
            or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException or NotSupportedException)
        {
            return null;
        }
    }
}
