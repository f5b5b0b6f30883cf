using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Notifications;

/// <summary>
/// The messages that did not go out: those that are tried again by themselves, and those that wait for somebody. Whoever asks says by its place which of them are his to see (<c>mine</c>).
/// </summary>
public sealed class UndeliveredTable(ITables tables, TimeProvider clock)
{
    // One look costs so many requests at most, however many there are of other areas; it goes on from there.
    private const int MostReads = 10;
    private const int PageSize = 200;

    /// <param name="after">The <see cref="UndeliveredPage.Next"/> of the page before, or null.</param>
    public Task<UndeliveredPage> ReadFailedAsync(Func<Place, bool> mine, string? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(MessageRows.FirstFailed, MessageRows.AfterFailed, mine, after, limit, cancellationToken);

    /// <summary>Those that were tried in vain and are tried again, the next first.</summary>
    /// <param name="after">The <see cref="UndeliveredPage.Next"/> of the page before, or null.</param>
    public Task<UndeliveredPage> ReadRetryingAsync(Func<Place, bool> mine, string? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(MessageRows.FirstDue, MessageRows.AfterDue, mine, after, limit, cancellationToken);

    /// <summary>Sends it now, from the beginning of its plan.</summary>
    /// <param name="bar">Why whoever asks may not do it; null where he may.</param>
    public Task<UndeliveredOutcome> RetryAsync(string id, Func<Delivery, Task<UndeliveredOutcome?>> bar, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(id, bar, new(MessageOutcome.Waiting, now, now), delivery => [new RowChange.Upsert(MessageRows.Due(now, id), Json.Write(delivery with { Attempts = 0, Setback = null }))], cancellationToken);
    }

    /// <summary>Nobody tries it again: its matter was settled in another way. It stays known as given up, and by whom.</summary>
    public Task<UndeliveredOutcome> GiveUpAsync(string id, string by, Func<Delivery, Task<UndeliveredOutcome?>> bar, CancellationToken cancellationToken) =>
        ChangeAsync(id, bar, new(MessageOutcome.GivenUp, clock.GetUtcNow(), By: by), _ => [], cancellationToken);

    private async Task<UndeliveredPage> ReadAsync(string first, string end, Func<Place, bool> mine, string? after, int limit, CancellationToken cancellationToken)
    {
        var (items, last) = (new List<Undelivered>(), after);
        for (var read = 0; read < MostReads; read++)
        {
            // ' ' is the least character after the key of the row before.
            var rows = await tables.ReadRangeAsync(TableNames.Messages, MessageRows.Partition, last is null ? first : first + last + " ", end, PageSize, cancellationToken);
            foreach (var row in rows)
            {
                last = row.Key[first.Length..];
                var delivery = Json.Read<Delivery>(row.Body);
                if (delivery.Setback is null || !mine(delivery.Place))
                    continue;
                items.Add(new(delivery, first == MessageRows.FirstDue ? MessageRows.TimeOf(row.Key) : null));
                if (items.Count == limit)
                    return new(items, last);
            }

            if (rows.Count < PageSize)
                return new(items, null);
        }

        return new(items, last);
    }

    private async Task<UndeliveredOutcome> ChangeAsync(
        string id, Func<Delivery, Task<UndeliveredOutcome?>> bar, MessageState then, Func<Delivery, IReadOnlyList<RowChange>> instead, CancellationToken cancellationToken)
    {
        if (!Delivery.IsId(id) || await tables.ReadAsync(TableNames.Messages, MessageRows.Partition, MessageRows.Message(id), cancellationToken) is not { } message)
            return UndeliveredOutcome.Unknown;
        var key = Json.Read<MessageState>(message.Body) switch
        {
            { Outcome: MessageOutcome.Failed } => MessageRows.Failed(id),
            { Outcome: MessageOutcome.Waiting, DueAt: { } due } when due > clock.GetUtcNow() => MessageRows.Due(due, id),
            _ => null,
        };
        // What is due, or has moved, is being sent just now.
        if (key is null || await tables.ReadAsync(TableNames.Messages, MessageRows.Partition, key, cancellationToken) is not { } row || Json.Read<Delivery>(row.Body) is not { Setback: not null } delivery)
            return UndeliveredOutcome.NotFailed;
        if (await bar(delivery) is { } barred)
            return barred;
        var result = await tables.CommitAsync(TableNames.Messages, MessageRows.Partition,
            [new RowChange.Delete(row.Key, row.ETag), new RowChange.Replace(message.Key, Json.Write(then), message.ETag), .. instead(delivery)], cancellationToken);
        return result is BatchResult.Applied ? UndeliveredOutcome.Done : UndeliveredOutcome.NotFailed;
    }
}

/// <param name="NextAttemptAt">Null for one that waits for somebody.</param>
public sealed record Undelivered(Delivery Delivery, DateTimeOffset? NextAttemptAt)
{
    /// <summary>The case it speaks of, if it does.</summary>
    public IEnumerable<string> Dossiers => Delivery.Dossier is { } dossier ? [dossier.ToString()] : [];
}

/// <param name="Next">Where the next page begins; null after the last.</param>
public sealed record UndeliveredPage(IReadOnlyList<Undelivered> Items, string? Next)
{
    /// <summary>Can the text be a place to go on from? What callers send is not trusted to be one.</summary>
    public static bool IsNext(string text) => text.Split(':') is [.., var id] parts && parts.Length <= 2 && Delivery.IsId(id) && (parts.Length == 1 || parts[0].All(char.IsAsciiDigit));
}

public enum UndeliveredOutcome
{
    Done,

    /// <summary>It is not on the list, or is being sent just now.</summary>
    NotFailed,
    OutsideArea,
    Unknown,
}

internal static class UndeliveredAnswers
{
    /// <summary>Why the person may not touch it: it is of elsewhere, or speaks of a case that he must not know of.</summary>
    public static async Task<UndeliveredOutcome?> BarAsync(CaseAccess access, Actor person, Delivery delivery, CancellationToken cancellationToken)
    {
        if (!access.Administers(person, delivery.Place))
            return UndeliveredOutcome.OutsideArea;
        return (await access.WithoutConflictsAsync(person, [delivery], one => one.Dossier is { } dossier ? [dossier.ToString()] : [], cancellationToken)).Count > 0 ? null : UndeliveredOutcome.Unknown;
    }

    public static IResult From(UndeliveredOutcome outcome, IResult done) => outcome switch
    {
        UndeliveredOutcome.Done => done,
        UndeliveredOutcome.NotFailed => Problems.From(Problems.NotFailed),
        UndeliveredOutcome.OutsideArea => Problems.From(Problems.OutsideArea),
        _ => Problems.From(Problems.UnknownNotification),
    };
}
