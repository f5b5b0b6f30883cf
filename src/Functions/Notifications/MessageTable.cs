using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Notifications;

/// <summary>What has been told, what is to be sent and what could not be (<see cref="MessageRows"/>). What is done about the last is in <see cref="UndeliveredTable"/>.</summary>
public sealed class MessageTable : IDisposable
{
    /// <summary>Two rows each.</summary>
    private const int GroupSize = Limits.BatchSize / 2;

    // Nobody waits for a message as for an answer.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

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
        await Task.WhenAll(state.Outbox.Skip(told).Select(notice => arriving.SubmitAsync(MessageRows.Partition, Delivery.Of(state, notice), Linger, cancellationToken)));
        return state.Outbox.Count;
    }

    /// <summary>Takes over what is owed without a case, once however often it is asked.</summary>
    public Task TakeOverAsync(Delivery delivery, CancellationToken cancellationToken) => arriving.SubmitAsync(MessageRows.Partition, delivery, Linger, cancellationToken);

    /// <summary>Takes what is due for this process alone. What it neither sends nor gives back is due again when the lease ends.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await tables.ReadRangeAsync(TableNames.Messages, MessageRows.Partition, MessageRows.FirstDue, MessageRows.AfterDueBy(now), GroupSize, cancellationToken);
        if (rows.Count == 0)
            return [];
        var claims = rows.Select(row => Json.Read<Delivery>(row.Body)).Select(delivery => delivery with { Attempts = delivery.Attempts + 1 })
            .Select(delivery => new Claim(delivery, MessageRows.Due(now + lease, delivery.Id))).ToList();
        var changes = rows.Select(row => (RowChange)new RowChange.Delete(row.Key, row.ETag))
            .Concat(claims.Select(claim => new RowChange.Insert(claim.Key, Json.Write(claim.Delivery))));
        // Another instance was first: what is left is looked at next time.
        return await tables.CommitAsync(TableNames.Messages, MessageRows.Partition, [.. changes], cancellationToken) is BatchResult.Applied ? claims : [];
    }

    /// <summary>Writes down what became of a claim.</summary>
    public Task SettleAsync(Claim claim, SendResult result)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<Projection> rows = result switch
        {
            SendResult.Sent => [Message(claim.Delivery, new(MessageOutcome.Sent, now))],
            SendResult.Obsolete => [Message(claim.Delivery, new(MessageOutcome.Obsolete, now))],
            SendResult.Temporary temporary => Again(claim.Delivery with { Setback = new(temporary.Reason, temporary.Status, now) }, temporary.After, now),
            SendResult.Permanent permanent => Fail(claim.Delivery with { Setback = new(permanent.Reason, permanent.Status, now) }, now),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
        // Not the caller's token: what has been sent has to be written down.
        return projector.WriteAsync(TableNames.Messages, MessageRows.Partition, [new Projection.Remove(claim.Key), .. rows], CancellationToken.None);
    }

    public void Dispose() => arriving.Dispose();

    private async Task TakeOverAsync(string partition, IReadOnlyList<Waiting<Delivery, bool>> group)
    {
        var now = clock.GetUtcNow();
        var fresh = group.Select(waiting => waiting.Member).DistinctBy(delivery => delivery.Id).ToDictionary(delivery => MessageRows.Message(delivery.Id));
        while (fresh.Count > 0)
        {
            var changes = fresh.SelectMany(message => (RowChange[])
            [
                new RowChange.Insert(message.Key, Json.Write(new MessageState(MessageOutcome.Waiting, now, now))),
                new RowChange.Upsert(MessageRows.Due(now, message.Value.Id), Json.Write(message.Value)),
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

    private static IReadOnlyList<Projection> Again(Delivery delivery, TimeSpan? asked, DateTimeOffset now)
    {
        if (RetryPlan.PauseAfter(delivery.Attempts, asked) is not { } pause)
            return Fail(delivery, now);
        var next = now + pause;
        return [Message(delivery, new(MessageOutcome.Waiting, now, next)), new Projection.Put(MessageRows.Due(next, delivery.Id), Json.Write(delivery))];
    }

    private static IReadOnlyList<Projection> Fail(Delivery delivery, DateTimeOffset now) =>
        [Message(delivery, new(MessageOutcome.Failed, now)), new Projection.Put(MessageRows.Failed(delivery.Id), Json.Write(delivery))];

    private static Projection.Put Message(Delivery delivery, MessageState state) => new(MessageRows.Message(delivery.Id), Json.Write(state));
}
