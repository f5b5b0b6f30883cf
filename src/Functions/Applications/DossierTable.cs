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
public sealed class DossierTable(ITables tables, Allotter allotter, Projector projector)
{
    private const string Open = "open:";
    private const string OpenEnd = "open;";
    private const int Page = 500;

    // A person waits for the number.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(20);

    /// <exception cref="DossiersExhaustedException">The agency has given out every number of the day.</exception>
    public async Task<DossierAllotment> AllotAsync(string agency, string key, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = VietnamTime.DayOf(now);
        var run = new NumberRun(TableNames.Dossiers, agency, $"counter:{day.ToString("yyMMdd", CultureInfo.InvariantCulture)}", Linger);
        var allotment = await allotter.AllotAsync(run, new($"key:{key}", order => Rows(agency, day, order, fingerprint)), cancellationToken);
        var stored = Json.Read<KeyContent>(allotment.Content);
        return new(stored.Dossier, allotment.AllottedBefore, SameSubmission: stored.Fingerprint == fingerprint);
    }

    /// <summary>The case is closed: nothing of it can be asleep any more.</summary>
    public Task CloseAsync(DossierNumber dossier, CancellationToken cancellationToken) =>
        projector.WriteAsync(TableNames.Dossiers, dossier.Agency, [new Projection.Remove(Open + dossier)], cancellationToken);

    /// <summary>The cases of an agency that are open, by dossier number.</summary>
    public async IAsyncEnumerable<DossierNumber> OpenAsync(string agency, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredRow> page;
        var from = Open;
        do
        {
            page = await tables.ReadRangeAsync(TableNames.Dossiers, agency, from, OpenEnd, Page, cancellationToken);
            foreach (var row in page)
            {
                yield return DossierNumber.Parse(row.Key[Open.Length..]);
                // A dossier number is made of letters, digits, '.' and '-': no key lies between it and the same with a blank.
                from = row.Key + " ";
            }
        }
        while (page.Count == Page);
    }

    private static AllottedRows Rows(string agency, DateOnly day, long order, string fingerprint) =>
        order <= DossierNumber.HighestOrder && DossierNumber.TryCreate(agency, day, (int)order, out var dossier)
            ? new(Json.Write(new KeyContent(dossier, fingerprint)), [new RowChange.Insert(Open + dossier, "{}")])
            : throw new DossiersExhaustedException();

    private sealed record KeyContent(DossierNumber Dossier, string Fingerprint);
}

/// <param name="Repeated">The key had its number before.</param>
/// <param name="SameSubmission">False when the key was used for something else.</param>
public sealed record DossierAllotment(DossierNumber Dossier, bool Repeated, bool SameSubmission);

/// <summary>An agency has given out its 9,999 numbers of a day (docs/adr: the national form has four digits).</summary>
public sealed class DossiersExhaustedException : Exception;
