using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// Dossier numbers, and which cases are open. The number is given to the Idempotency-Key, once and for good, before the record is written: a
/// submission that broke off anywhere finds its own number again. With the number goes a row that says "open", which the sweep looks at.
/// </summary>
public sealed class DossierTable(ITables tables, Allotter allotter, Projector projector, TimeProvider clock)
{
    private const string Open = "open:";
    private const string OpenEnd = "open;";
    private const string Changed = "changed:";
    private const string ChangedEnd = "changed;";
    private const string Counters = "counter:";
    private const string CountersEnd = "counter;";
    private const string Agencies = "agencies";
    private const int Page = 500;
    private readonly ConcurrentDictionary<string, bool> known = new();

    // A person waits for the number.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(20);

    /// <exception cref="DossiersExhaustedException">The agency has given out every number of the day.</exception>
    public async Task<DossierAllotment> AllotAsync(string agency, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RememberAsync(agency, cancellationToken);
        var day = VietnamTime.DayOf(now);
        var run = new NumberRun(TableNames.Dossiers, agency, Counters + DayText(day), Linger);
        var allotment = await allotter.AllotAsync(run, new($"key:{key}", order => Rows(agency, day, order)), cancellationToken);
        return new(Json.Read<KeyContent>(allotment.Content).Dossier, allotment.AllottedBefore);
    }

    /// <summary>Every body that has ever given a number, under whatever rule book.</summary>
    public async Task<IReadOnlyList<string>> AgenciesAsync(CancellationToken cancellationToken)
    {
        var agencies = new List<string>();
        await foreach (var row in RowsAsync(Agencies, "", "~", cancellationToken))
            agencies.Add(row.Key);
        return agencies;
    }

    /// <summary>The case is closed: nothing of it can be asleep any more. The day is noted, for those who look at what has changed since.</summary>
    public Task CloseAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        projector.WriteAsync(TableNames.Dossiers, dossier.Agency, [new Projection.Remove(Open + dossier), ChangedToday(dossier)], cancellationToken);

    /// <summary>A closed case is about to change after all. Said before it does, so that no change is missed.</summary>
    public Task ReopenedForAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        projector.WriteAsync(TableNames.Dossiers, dossier.Agency, [ChangedToday(dossier)], cancellationToken);

    /// <summary>The cases of an agency that are open, by dossier number.</summary>
    public IAsyncEnumerable<DossierNumber> OpenAsync(string agency, CancellationToken cancellationToken) =>
        RowsAsync(agency, Open, OpenEnd, cancellationToken).Select(row => DossierNumber.Parse(row.Key[Open.Length..]));

    /// <summary>The closed cases of an agency that may have changed on these days; one that changed on several comes several times.</summary>
    /// <param name="from">Inclusive, as <paramref name="to"/>.</param>
    public IAsyncEnumerable<(DateOnly Day, DossierNumber Dossier)> ChangedAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        RowsAsync(agency, Changed + DayText(from), Changed + DayText(to) + ";", cancellationToken)
            .Select(row => row.Key.Split(':')).Select(key => (DateOnly.ParseExact(key[1], "yyMMdd", CultureInfo.InvariantCulture), DossierNumber.Parse(key[2])));

    /// <summary>Every number an agency has ever given out. Some have no record: the submission broke off.</summary>
    public async IAsyncEnumerable<DossierNumber> AllottedAsync(string agency, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(agency, Counters, CountersEnd, cancellationToken))
        {
            var day = DateOnly.ParseExact(row.Key[Counters.Length..], "yyMMdd", CultureInfo.InvariantCulture);
            var last = Counter.Parse(row).Last;
            for (var order = 1; order <= last && DossierNumber.TryCreate(agency, day, order, out var dossier); order++)
                yield return dossier;
        }
    }

    private async IAsyncEnumerable<StoredRow> RowsAsync(string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredRow> page;
        do
        {
            page = await tables.ReadRangeAsync(TableNames.Dossiers, partition, from, to, Page, cancellationToken);
            foreach (var row in page)
            {
                yield return row;
                // The keys are made of letters, digits, '.', ':' and '-': none lies between one and the same with a blank.
                from = row.Key + " ";
            }
        }
        while (page.Count == Page);
    }

    private Projection.Put ChangedToday(DossierNumber dossier) => new($"{Changed}{DayText(VietnamTime.DayOf(clock.GetUtcNow()))}:{dossier}", "{}");

    private static string DayText(DateOnly day) => day.ToString("yyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Once an agency and process. Before the first number, so that the sweep finds whatever has one.</summary>
    private async Task RememberAsync(string agency, CancellationToken cancellationToken)
    {
        if (known.ContainsKey(agency))
            return;
        await tables.CommitAsync(TableNames.Dossiers, Agencies, [new RowChange.Upsert(agency, "{}")], cancellationToken);
        known[agency] = true;
    }

    private static AllottedRows Rows(string agency, DateOnly day, long order) =>
        order <= DossierNumber.HighestOrder && DossierNumber.TryCreate(agency, day, (int)order, out var dossier)
            ? new(Json.Write(new KeyContent(dossier)), [new RowChange.Insert(Open + dossier, "{}")])
            : throw new DossiersExhaustedException();

    private sealed record KeyContent(DossierNumber Dossier);
}

/// <param name="Repeated">The key had its number before.</param>
public sealed record DossierAllotment(DossierNumber Dossier, bool Repeated);

/// <summary>An agency has given out its 9,999 numbers of a day (docs/adr: the national form has four digits).</summary>
public sealed class DossiersExhaustedException : Exception;
