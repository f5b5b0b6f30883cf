using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>What one of those who watch may see of the reading log: what was read in his own area, of cases he has no conflict of interest in.</summary>
public sealed class ReadList(ReadLogReader log, CaseAccess access, TimeProvider clock)
{
    private const int PageLength = 200;

    /// <summary>Of one case, or of one day (today where none is named); of one person where one is named.</summary>
    /// <param name="personKey">What he is known by in addresses: his id is personal data.</param>
    public async Task<ReadPage> ReadAsync(Actor asker, DossierNumber? dossier, DateOnly? day, string? personKey, string? after, CancellationToken cancellationToken)
    {
        var page = dossier is { } number
            ? await log.OfCaseAsync(number, after, PageLength, cancellationToken)
            : await log.OfDayAsync(day ?? VietnamTime.DayOf(clock.GetUtcNow()), personKey, after, PageLength, cancellationToken);
        var reads = page.Reads.Where(read => (personKey is null || read.PersonKey == personKey) && (day is null || read.Day == day)
            && access.IsInArea(asker, read.Unit, read.At, Role.Auditor, Role.Administrator));
        return new(await WithoutConflictsAsync(asker, [.. reads], cancellationToken), page.Next);
    }

    /// <summary>That a case of his own was read is nothing the asker may see, not even as one of many that somebody had on a list.</summary>
    private async Task<IReadOnlyList<ReadRecord>> WithoutConflictsAsync(Actor asker, IReadOnlyList<ReadRecord> reads, CancellationToken cancellationToken)
    {
        var named = reads.SelectMany(read => read.Dossier is { } dossier ? [dossier] : read.Listed ?? []).Distinct().ToList();
        var shown = (await access.WithoutConflictsAsync(asker, named, dossier => [dossier], cancellationToken)).ToHashSet();
        return named.Count == shown.Count ? reads : [.. reads
            .Select(read => read.Listed is { } listed ? read with { Listed = [.. listed.Where(shown.Contains)] } : read)
            .Where(read => read.Dossier is { } dossier ? shown.Contains(dossier) : read.Listed is not { Count: 0 })];
    }
}
