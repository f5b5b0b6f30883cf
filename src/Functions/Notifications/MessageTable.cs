using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Notifications;

/// <summary>
/// What has been told, what is to be sent and what could not be. One partition, so that the messages of many cases share a batch and one row becomes another at
/// once. <c>msg:{id}</c> stays for good: that it is there is what keeps a fact from being told twice. <c>due:{when}:{id}</c> waits to be sent, <c>failed:{id}</c> for somebody.
/// </summary>
public sealed class MessageTable : IDisposable
{
    private const string Partition = "messages";
    private const string Due = "due:";
    private const string Failed = "failed:";

    /// <summary>Two rows each.</summary>
    private const int GroupSize = Limits.BatchSize / 2;

    // Nobody waits for a message as for an answer.
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(300);

    private readonly ITables tables;
    private readonly Projector projector;
    private readonly TimeProvider clock;
    private readonly PartitionBatcher<string, Delivery, bool> arriving;

    public MessageTable(ITables tables, Projector projector, TimeProvider clock)
    {
        (this.tables, this.projector, this.clock) = (tables, projector, clock);
        arriving = new(TakeOverAsync, GroupSize, capacity: 4_096, clock);
    }

    /// <summary>Takes over what the case owes, each notice once however often it is asked. When it returns, they are stored here.</summary>
    /// <param name="told">How many notices of the case are known to have been taken over.</param>
    /// <returns>How many are now.</returns>
    public async Task<int> TakeOverAsync(Application state, int told, CancellationToken cancellationToken)
    {
        await Task.WhenAll(state.Outbox.Skip(told).Select(notice => arriving.SubmitAsync(Partition, new(state.Dossier, notice), Linger, cancellationToken)));
        return state.Outbox.Count;
    }

    /// <summary>Takes what is due for this process alone. What it neither sends nor gives back is due again when the lease ends.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await tables.ReadRangeAsync(TableNames.Messages, Partition, Due, Due + Stamp(now) + ";", GroupSize, cancellationToken);
        if (rows.Count == 0)
            return [];
        var claims = rows.Select(row => Json.Read<Delivery>(row.Body)).Select(delivery => delivery with { Attempts = delivery.Attempts + 1 })
            .Select(delivery => new Claim(delivery, DueKey(now + lease, delivery))).ToList();
        var changes = rows.Select(row => (RowChange)new RowChange.Delete(row.Key, row.ETag))
            .Concat(claims.Select(claim => new RowChange.Insert(claim.Key, Json.Write(claim.Delivery))));
        // Another instance was first: what is left is looked at next time.
        return await tables.CommitAsync(TableNames.Messages, Partition, [.. changes], cancellationToken) is BatchResult.Applied ? claims : [];
    }

    /// <summary>Writes down what became of a claim.</summary>
    public Task SettleAsync(Claim claim, SendResult result)
    {
        var (delivery, now) = (claim.Delivery, clock.GetUtcNow());
        var pause = result is SendResult.Temporary { After: var asked } ? RetryPlan.PauseAfter(delivery.Attempts, asked) : null;
        IReadOnlyList<Projection> rows = result switch
        {
            SendResult.Sent => [Message(delivery, MessageOutcome.Sent, now)],
            SendResult.Obsolete => [Message(delivery, MessageOutcome.Obsolete, now)],
            SendResult.Temporary when pause is { } then => [new Projection.Put(DueKey(now + then, delivery), Json.Write(delivery))],
            SendResult.Temporary temporary => Fail(delivery, new(delivery, temporary.Reason, temporary.Status, now)),
            SendResult.Permanent permanent => Fail(delivery, new(delivery, permanent.Reason, permanent.Status, now)),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
        // Not the caller's token: what has been sent has to be written down.
        return projector.WriteAsync(TableNames.Messages, Partition, [new Projection.Remove(claim.Key), .. rows], CancellationToken.None);
    }

    /// <param name="after">The id of the last one of the page before, or null.</param>
    public async Task<IReadOnlyList<Failure>> ReadFailuresAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        // ' ' is the least character after the key of the page before.
        var rows = await tables.ReadRangeAsync(TableNames.Messages, Partition, after is null ? Failed : Failed + after + " ", "failed;", limit, cancellationToken);
        return [.. rows.Select(row => Json.Read<Failure>(row.Body))];
    }

    /// <summary>Sends a failed message once more, from the beginning of its plan.</summary>
    public async Task<RetryResult> RetryAsync(string id, CancellationToken cancellationToken)
    {
        if (!Delivery.IsId(id))
            return RetryResult.Unknown;
        if (await tables.ReadAsync(TableNames.Messages, Partition, Failed + id, cancellationToken) is not { } row)
            return await tables.ReadAsync(TableNames.Messages, Partition, MessageKey(id), cancellationToken) is null ? RetryResult.Unknown : RetryResult.NotFailed;
        var (now, delivery) = (clock.GetUtcNow(), Json.Read<Failure>(row.Body).Delivery with { Attempts = 0 });
        var result = await tables.CommitAsync(TableNames.Messages, Partition,
        [
            new RowChange.Delete(row.Key, row.ETag), new RowChange.Upsert(DueKey(now, delivery), Json.Write(delivery)),
            new RowChange.Upsert(MessageKey(id), Json.Write(new MessageState(MessageOutcome.Waiting, now))),
        ], cancellationToken);
        return result is BatchResult.Applied ? RetryResult.Waiting : RetryResult.NotFailed;
    }

    public void Dispose() => arriving.Dispose();

    private async Task TakeOverAsync(string partition, IReadOnlyList<Waiting<Delivery, bool>> group)
    {
        var now = clock.GetUtcNow();
        var fresh = group.Select(waiting => waiting.Member).DistinctBy(delivery => delivery.Id).ToDictionary(delivery => MessageKey(delivery.Id));
        while (fresh.Count > 0)
        {
            var changes = fresh.SelectMany(message => (RowChange[])
            [
                new RowChange.Insert(message.Key, Json.Write(new MessageState(MessageOutcome.Waiting, now))),
                new RowChange.Upsert(DueKey(now, message.Value), Json.Write(message.Value)),
            ]);
            if (await tables.CommitAsync(TableNames.Messages, partition, [.. changes], CancellationToken.None) is not BatchResult.Conflict conflict)
                break;
            // Taken over before: a repeated activity, or one whose answer was lost.
            if (!fresh.Remove(conflict.Key))
                throw new InvalidOperationException($"Storage refused to write '{conflict.Key}': {conflict.Kind}.");
        }

        foreach (var waiting in group)
            waiting.Answer(true);
    }

    private static IReadOnlyList<Projection> Fail(Delivery delivery, Failure failure) =>
        [Message(delivery, MessageOutcome.Failed, failure.FailedAt), new Projection.Put(Failed + delivery.Id, Json.Write(failure))];

    private static Projection.Put Message(Delivery delivery, MessageOutcome outcome, DateTimeOffset at) =>
        new(MessageKey(delivery.Id), Json.Write(new MessageState(outcome, at)));

    private static string MessageKey(string id) => "msg:" + id;

    private static string DueKey(DateTimeOffset at, Delivery delivery) => $"{Due}{Stamp(at)}:{delivery.Id}";

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
}

/// <summary>What is known of a message for good.</summary>
public sealed record MessageState(MessageOutcome Outcome, DateTimeOffset At);

public enum MessageOutcome
{
    Waiting,
    Sent,
    Obsolete,
    Failed,
}

public enum RetryResult
{
    Waiting,
    NotFailed,
    Unknown,
}
