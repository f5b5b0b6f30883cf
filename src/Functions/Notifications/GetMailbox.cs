using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Notifications;

/// <summary>On one machine: the messages that would have been sent. Anybody may read them, and so nothing lands here unless the setting says so.</summary>
public sealed class GetMailbox(NotificationSettings settings, MailboxTable mailbox)
{
    [Function(nameof(GetMailbox))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mailbox")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        if (!settings.LocalMailbox)
            return Problems.From(Problems.NoMailbox);
        return Results.Json(new MailboxView([.. (await mailbox.ReadAsync(cancellationToken)).Select(MailView.Of)]), Json.Options);
    }
}

public sealed record MailboxView(IReadOnlyList<MailView> Items);

public sealed record MailView(
    string Id, NoticeKind Kind, DateTimeOffset At, Channel Channel, IReadOnlyList<string> To, string Language, string Subject, string Body, string Sms, int Segments)
{
    public static MailView Of(OutgoingMessage message) => new(
        message.Id, message.Kind, message.At, message.Channel, message.Addresses, message.Language, message.Text.Subject, message.Text.Body, message.Text.Sms, SmsText.Segments(message.Text.Sms));
}
