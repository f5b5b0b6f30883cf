using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Notifications;

/// <summary>Every ten seconds: sends what is due. At the start too: what a crash has left behind is not to wait.</summary>
public sealed class SendMessages(Post post)
{
    // Not monitored: the next run makes up for a missed one, and writing down every run would cost more than the run.
    [Function(nameof(SendMessages))]
    [Policy(Access.Internal)]
    public Task RunAsync([TimerTrigger("*/10 * * * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        return post.SendDueAsync(cancellationToken);
    }
}
