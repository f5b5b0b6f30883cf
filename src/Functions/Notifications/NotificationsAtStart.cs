using Microsoft.Extensions.Hosting;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Notifications;

/// <summary>Asks for the settings before the first message does, and whether every text message fits them: what does not stops the start.</summary>
internal sealed class NotificationsAtStart(NotificationSettings settings, StaffContacts contacts, Rules rules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = contacts;
        var (segments, folded) = settings.Sms is { } sms ? (sms.Segments, sms.Folded) : (10, false);
        return NoticeLengths.TooLong(MessageWriter.Longest(rules), segments, folded) is { Count: > 0 } sentences
            ? throw new SettingException($"Text messages are too long with PublicBaseUrl {rules.PublicBaseUrl}; allow more segments (Sms__Segments) or fold them (Sms__Text=folded). {string.Join(" ", sentences)}")
            : Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
