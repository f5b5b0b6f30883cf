using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>Verifies the chain of every case that ever got a number, and holds it against the heads that were exported.</summary>
public sealed class AuditVerification(HeadsArchive archive, DossierTable dossiers, ApplicationTable applications, TimeProvider clock)
{
    /// <param name="copies">Exported files by day that were kept elsewhere: they count as much as those in storage, which must be the same.</param>
    public async Task<AuditReport> RunAsync(
        IReadOnlyList<string> agencies, IReadOnlyDictionary<DateOnly, ReadOnlyMemory<byte>> copies, CancellationToken cancellationToken)
    {
        var (exported, files, brokenFile) = await ReadHeadsAsync(copies, cancellationToken);
        var (cases, facts, without, broken) = (0, 0, 0, new ConcurrentBag<BrokenLink>());
        await Parallel.ForEachAsync(CasesAsync(agencies, exported, cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (item, token) =>
        {
            var stored = await applications.ReadStoredAsync(item.Dossier, token);
            if (stored is { State: null, KeyRow: null, Facts.Count: 0 } && exported.Compare(item.Dossier, []) is null && !item.Closed)
            {
                Interlocked.Increment(ref without);
                return;
            }

            var audit = CaseAudit.Of(stored);
            Interlocked.Increment(ref cases);
            Interlocked.Add(ref facts, audit.Facts.Count);
            if (First(item.Dossier, audit, exported.Compare(item.Dossier, audit.Facts), stored) is { } link)
                broken.Add(link);
        });
        return new(cases, facts, files, without, brokenFile, [.. broken.OrderBy(link => link.Dossier.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>The export knows of what is missing; the chain itself, of what was changed. The first of both is what is reported.</summary>
    private static BrokenLink? First(DossierNumber dossier, CaseAudit audit, BrokenLink? exported, StoredCase stored)
    {
        if (stored is { State: null, KeyRow: null, Facts.Count: 0 })
            return exported ?? new(dossier, 0, LinkFault.CaseGone);
        // A chain that breaks in itself says more exactly where than an export that only finds the end of it.
        return audit.Broken ?? exported;
    }

    private async IAsyncEnumerable<(DossierNumber Dossier, bool Closed)> CasesAsync(
        IReadOnlyList<string> agencies, ExportedHeads exported, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<DossierNumber>();
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        foreach (var agency in agencies.Union(exported.Cases.Select(dossier => dossier.Agency)))
        {
            await foreach (var (_, dossier) in dossiers.ChangedAsync(agency, new DateOnly(2000, 1, 1), today.AddDays(1), cancellationToken))
                if (seen.Add(dossier))
                    yield return (dossier, Closed: true);
            await foreach (var dossier in dossiers.AllottedAsync(agency, cancellationToken))
                if (seen.Add(dossier))
                    yield return (dossier, Closed: false);
        }

        foreach (var dossier in exported.Cases)
            if (seen.Add(dossier))
                yield return (dossier, Closed: false);
    }

    private async Task<(ExportedHeads Heads, int Files, BrokenFile? Broken)> ReadHeadsAsync(
        IReadOnlyDictionary<DateOnly, ReadOnlyMemory<byte>> copies, CancellationToken cancellationToken)
    {
        var (heads, files, broken, previous) = (new ExportedHeads(), 0, (BrokenFile?)null, (PreviousHeads?)null);
        foreach (var day in (await archive.DaysAsync(cancellationToken)).Union(copies.Keys).Order())
        {
            var stored = await archive.ReadAsync(day, cancellationToken);
            if (copies.TryGetValue(day, out var copy) && (stored is null || !stored.Value.Span.SequenceEqual(copy.Span)))
                broken ??= new(day, stored is null ? FileFault.Missing : FileFault.Changed);
            var bytes = copies.ContainsKey(day) ? copy : stored!.Value;
            files++;
            if (HeadsFile.Parse(bytes) is not { } file || file.Header.Day != day)
                broken ??= new(day, FileFault.Unreadable);
            else
            {
                if (file.Header.Previous != previous)
                    broken ??= new(day, FileFault.NotLinked);
                heads.Add(file);
            }

            previous = new(day, HeadsFile.HashOf(bytes));
        }

        return (heads, files, broken);
    }
}

/// <param name="WithoutRecord">Numbers whose submission broke off.</param>
/// <param name="Broken">By dossier number.</param>
public sealed record AuditReport(int Cases, int Facts, int Files, int WithoutRecord, BrokenFile? BrokenFile, IReadOnlyList<BrokenLink> Broken)
{
    public bool AllIsWell => BrokenFile is null && Broken.Count == 0;
}

/// <summary>An exported file that is not what it was.</summary>
public sealed record BrokenFile(DateOnly Day, FileFault Fault);

public enum FileFault
{
    Missing,
    Changed,
    Unreadable,

    /// <summary>It does not name the file before it: that one was changed, left out or put in.</summary>
    NotLinked,
}
