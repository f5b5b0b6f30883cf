using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certificates;

/// <summary>The register: numbers 1, 2, 3… per issuing body, year and title, without a gap, each for one dossier.</summary>
public sealed class RegisterTable(Allotter allotter, ITables tables, Rules rules)
{
    // Nobody waits for it: many cases share a batch.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(300);

    /// <summary>The number of this case; the same however often it is asked for.</summary>
    public async Task<RegisterNumber> AllotAsync(Application approved, CancellationToken cancellationToken)
    {
        var (title, issuer, year) = (approved.Submission.Title, approved.Stages[^1].Rule.Unit, approved.Submission.Year);
        var run = new NumberRun(TableNames.Register, Partition(title, issuer, year), "counter", Linger);
        var registered = RegisteredTitle.Of(approved, rules);
        var allotment = await allotter.AllotAsync(run, new($"app:{approved.Dossier}", sequence =>
        {
            var number = RegisterNumber.Create(title, issuer, year, (int)sequence);
            return new(Json.Write(number), [new RowChange.Insert(Key(sequence), Json.Write(new RegisterEntry(number, approved.Dossier, registered)))]);
        }), cancellationToken);
        return Json.Read<RegisterNumber>(allotment.Content);
    }

    /// <summary>What stands under a number, in one read; null where the number was never given.</summary>
    public async Task<RegisterEntry?> FindAsync(RegisterNumber number, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Register, Partition(number.Title, number.Issuer, number.Year), Key(number.Sequence), cancellationToken) is { } row
            ? Json.Read<RegisterEntry>(row.Body)
            : null;

    internal static string Partition(TitleKind title, string issuer, int year) => $"{issuer}:{year}:{TitleInfo.Of(title).Code}";

    internal static string Key(long sequence) => "no:" + sequence.ToString("D7", CultureInfo.InvariantCulture);
}

/// <summary>What the register says under a number.</summary>
/// <param name="Title">Null in rows written before titles could be verified.</param>
public sealed record RegisterEntry(RegisterNumber Number, DossierNumber Dossier, RegisteredTitle? Title);
