using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Review;

/// <summary>What waits for a role in a unit, by due date. A projection: it follows the record and can be made anew from it.</summary>
public sealed class WorkQueueTable(ITables tables, Projector projector) : IDisposable
{
    /// <summary>Rows that <see cref="ReadFirstAsync"/> gives at most.</summary>
    public const int MostFirst = 2_000;

    private readonly ShortMemory<FirstRows> first = new(most: 32, kept: TimeSpan.FromSeconds(4), refreshed: TimeSpan.FromSeconds(2));

    /// <summary>Brings the rows of a case in line: writes what must be there, removes what was there before and must not be.</summary>
    public async Task<IReadOnlyList<QueueKey>> ProjectAsync(Application state, IReadOnlyList<QueueKey> before, CancellationToken cancellationToken)
    {
        var rows = QueueRow.Of(state);
        var keys = rows.Select(row => row.Key).ToList();
        var changes = rows.Select(row => (row.Key.Queue, Change: (Projection)new Projection.Put(row.Key.Row, Json.Write(row.Item))))
            .Concat(before.Except(keys).Select(key => (key.Queue, Change: (Projection)new Projection.Remove(key.Row))));
        await Task.WhenAll(changes.GroupBy(change => change.Queue, change => change.Change).Select(queue => WriteAsync(queue.Key, [.. queue], cancellationToken)));
        return keys;
    }

    /// <summary>
    /// What is due first. Reviewers look at the same rows again and again, and to read 600 costs more than to show 50: read anew every two seconds, in which another instance's changes are not seen
    /// (docs/adr/0215). What this one changes is seen at once.
    /// </summary>
    public Task<FirstRows> ReadFirstAsync(Role role, string unit, CancellationToken cancellationToken) =>
        first.GetAsync(QueueKey.QueueOf(role, unit), () => LoadFirstAsync(role, unit), cancellationToken);

    /// <param name="after">The <see cref="QueuePage.Next"/> of the page before, or null.</param>
    public async Task<QueuePage> ReadAsync(Role role, string unit, string? after, int limit, CancellationToken cancellationToken)
    {
        // '0' opens every key (a date); ' ' is the least character after the key of the page before.
        var rows = await tables.ReadRangeAsync(TableNames.WorkQueue, QueueKey.QueueOf(role, unit), after is null ? "0" : after + " ", ":", limit, cancellationToken);
        return new([.. rows.Select(row => Json.Read<QueueItem>(row.Body))], rows.Count == limit ? rows[^1].Key : null);
    }

    public void Dispose() => first.Dispose();

    private async Task<FirstRows> LoadFirstAsync(Role role, string unit)
    {
        // Several wait for it: none of them ends it for the others.
        var page = await ReadAsync(role, unit, null, MostFirst, CancellationToken.None);
        return new([.. page.Items.Select(item => (DossierNumber.Parse(item.Dossier), item))], page.Next is not null);
    }

    private async Task WriteAsync(string queue, IReadOnlyList<Projection> changes, CancellationToken cancellationToken)
    {
        try
        {
            await projector.WriteAsync(TableNames.WorkQueue, queue, changes, cancellationToken);
        }
        finally
        {
            // Also where it is not known what was written.
            first.Forget(queue);
        }
    }
}

public sealed record QueuePage(IReadOnlyList<QueueItem> Items, string? Next);

/// <summary>Where a row is. Crosses activities, so that the next step knows what the last one wrote.</summary>
public sealed record QueueKey(string Queue, string Row)
{
    public static string QueueOf(Role role, string unit) => $"{role}:{unit}";

    /// <summary>Has the text the form of a row's key? What callers send as a place to go on from is not trusted.</summary>
    public static bool IsRow(string text) =>
        text.Split(':') is [var day, var dossier] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) && DossierNumber.TryParse(dossier, out _);
}

/// <param name="Version">Of the record that the row was made from; null in rows from before it was kept, as are those below.</param>
/// <param name="Corrections">How often the applicant has been asked to correct it.</param>
/// <param name="Barred">Ids of the people who have filed, answered or decided the case, or have declared a conflict.</param>
/// <param name="PhoneMark">Tells a reviewer's own phone from others, and nobody what it is.</param>
public sealed record QueueItem(
    string Dossier, string Stage, TitleKind Title, string Holder, string Unit, DateOnly DueOn, bool Reminded, bool Escalated, IReadOnlyList<string> Barred, string PhoneMark,
    int? Version = null, HolderLevel? Level = null, int? Year = null, DateOnly? SubmittedOn = null, int Corrections = 0)
{
    /// <summary>Is the case one that this person must not see here? The same as <see cref="Conflicts.Bar"/> and <see cref="Conflicts.HasHandled"/> say of the record.</summary>
    public bool IsHiddenFrom(Actor person) =>
        Barred.Contains(person.Id) || Conflicts.IsTied(person, Title, Unit, Holder) || (person.Phone is { } phone && MarkOf(phone, Dossier) == PhoneMark);

    public static string MarkOf(PhoneNumber phone, string dossier) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{dossier}:{phone}")))[..16];
}

public sealed record QueueRow(QueueKey Key, QueueItem Item)
{
    /// <summary>Where a case has ever had rows: for whoever does not know which were written.</summary>
    public static IReadOnlyList<QueueKey> Ever(DossierNumber dossier, IEnumerable<RecordedFact> facts)
    {
        var (rows, state) = (new HashSet<QueueKey>(), (Application?)null);
        foreach (var fact in facts)
        {
            state = Evolution.Apply(dossier, state, fact);
            rows.UnionWith(Of(state).Select(row => row.Key));
        }

        return [.. rows];
    }

    /// <summary>The rows a case has now: one for the stage that reviews, one more for those who watch over it once it is late.</summary>
    public static IReadOnlyList<QueueRow> Of(Application state)
    {
        if (state is not { Status: ApplicationStatus.InReview, Stage: { Due: { } due } stage })
            return [];
        var row = $"{due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:{state.Dossier}";
        var item = new QueueItem(
            state.Dossier.ToString(), stage.Rule.Code, state.Submission.Title, state.Submission.Holder.Name, state.Submission.Unit, due, stage.Reminded, stage.Escalated,
            [.. state.Stages.Select(s => s.DecidedBy).Append(state.SubmittedBy).OfType<string>().Concat(state.AnsweredBy).Concat(state.Conflicts.Select(conflict => conflict.Person)).Where(id => !Actor.IsReserved(id)).Distinct()],
            QueueItem.MarkOf(state.Submission.Representative.Phone, state.Dossier.ToString()),
            state.Version, state.Submission.Level, state.Submission.Year, VietnamTime.DayOf(state.SubmittedAt), state.CorrectionRounds);
        var own = new QueueRow(new(QueueKey.QueueOf(stage.Rule.Role, stage.Rule.Unit), row), item);
        return stage.Escalated ? [own, new(new(QueueKey.QueueOf(Role.Administrator, state.Stages[^1].Rule.Unit), row), item)] : [own];
    }
}
