using System.Globalization;
using System.Runtime.CompilerServices;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Notifications;

/// <summary>Where messages land on one machine instead of leaving it. Keeps the newest; the same message sent again is the same row.</summary>
public sealed class MailboxTable(ITables tables, Projector projector) : IMessageSender
{
    public const int Kept = 200;
    private const string Partition = "mail";

    public async IAsyncEnumerable<SendResult> SendAsync(IReadOnlyList<OutgoingMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.WhenAll(messages.Select(message => projector.WriteAsync(
            TableNames.Mailbox, Partition, [new Projection.Put($"{message.At.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}:{message.Id}", Json.Write(message))], cancellationToken)));
        var rows = await tables.ReadRangeAsync(TableNames.Mailbox, Partition, "0", ":", 1000, cancellationToken);
        foreach (var old in rows.Take(Math.Max(0, rows.Count - Kept)).Chunk(Limits.BatchSize))
            await projector.WriteAsync(TableNames.Mailbox, Partition, [.. old.Select(row => new Projection.Remove(row.Key))], cancellationToken);
        foreach (var _ in messages)
            yield return new SendResult.Sent();
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await tables.ReadRangeAsync(TableNames.Mailbox, Partition, "0", ":", 1000, cancellationToken)).Reverse().Take(Kept).Select(row => Json.Read<OutgoingMessage>(row.Body))];
}
