using Microsoft.Extensions.Logging;
using TitleCertification.Functions.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Notifications;

/// <summary>Claims what is due, writes it, sends it, settles it. What a kill leaves behind is due again when its lease ends.</summary>
/// <param name="senders">By channel; a channel without one is not configured.</param>
public sealed class Post(MessageTable messages, MessageWriter writer, IReadOnlyDictionary<Channel, IMessageSender> senders, PostTimes times, TimeProvider clock, ILogger<Post> logger)
{
    private const int SettleTries = 5;

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var (end, marked) = (clock.GetUtcNow() + times.LongestRun, Task.CompletedTask);
        try
        {
            do
            {
                // No message is begun when another process might soon take it for lost: the slowest takes three minutes.
                var until = clock.GetUtcNow() + times.Lease * 0.6;
                var claims = await messages.ClaimAsync(times.Lease, cancellationToken);
                if (claims.Count == 0)
                    return;
                var written = await WriteAsync(claims, cancellationToken);
                // The marks of one group are written while the next is claimed and written, and not longer: what is sent and not marked, a kill would send again.
                await marked;
                var groups = written.GroupBy(item => item.Message.Channel).Select(group => (Channel: group.Key, Items: group.ToList(), Marks: new List<Task>())).ToList();
                try
                {
                    await Task.WhenAll(groups.Select(group => SendAsync(group.Channel, group.Items, group.Marks, until, cancellationToken)));
                }
                finally
                {
                    // Also where one channel broke off: what the others have sent is marked before the run ends.
                    marked = Task.WhenAll(groups.SelectMany(group => group.Marks));
                }
            }
            while (clock.GetUtcNow() < end);
        }
        finally
        {
            await marked;
        }
    }

    /// <summary>All of a group before the first is sent: an outage of storage then leaves nothing half done.</summary>
    private async Task<List<(Claim Claim, OutgoingMessage Message)>> WriteAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var written = new List<(Claim, OutgoingMessage)>();
        foreach (var claim in claims)
        {
            var (message, result) = await WriteAsync(claim, cancellationToken);
            if (message is not null)
                written.Add((claim, message));
            else
                await messages.SettleAsync(claim, result!);
        }

        return written;
    }

    private async Task<(OutgoingMessage? Message, SendResult? Result)> WriteAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(claim.Delivery, cancellationToken);
        }
        catch (CaseErasedException)
        {
            return (null, new SendResult.Permanent(FailureReason.RecordGone));
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            // One that cannot be written must not hold up the others for ever.
            logger.LogError(e, "The message {Id} could not be written.", claim.Delivery.Id);
            return (null, new SendResult.Permanent(FailureReason.NotWritten));
        }
    }

    /// <param name="marks">Is given the marks of what was tried, which may still be on their way at the end.</param>
    private async Task SendAsync(
        Channel channel, List<(Claim Claim, OutgoingMessage Message)> group, List<Task> marks, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (senders.GetValueOrDefault(channel) is not { } sender)
        {
            marks.AddRange(group.Select(item => SettleAsync(item.Claim, new SendResult.Permanent(FailureReason.NotConfigured))));
            return;
        }

        if (clock.GetUtcNow() > until)
            return;
        await foreach (var result in sender.SendAsync([.. group.Select(item => item.Message)], cancellationToken))
        {
            marks.Add(SettleAsync(group[marks.Count].Claim, result));
            if (clock.GetUtcNow() > until)
                break;
        }
    }

    /// <summary>Tries hard: until it is written, a kill would let the message go out once more.</summary>
    private async Task SettleAsync(Claim claim, SendResult result)
    {
        if (result is SendResult.Temporary or SendResult.Permanent)
            logger.LogWarning("The message {Id} was not sent: {Result}.", claim.Delivery.Id, result);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await messages.SettleAsync(claim, result);
                return;
            }
            catch (StorageUnavailableException) when (attempt < SettleTries)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), clock, CancellationToken.None);
            }
        }
    }
}

/// <param name="Lease">So long a claimed message belongs to the process that claimed it.</param>
/// <param name="LongestRun">After so long no further group is begun; the next run does it.</param>
public sealed record PostTimes(TimeSpan Lease, TimeSpan LongestRun)
{
    public static PostTimes Usual { get; } = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(4));
}
