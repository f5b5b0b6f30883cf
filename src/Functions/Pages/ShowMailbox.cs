using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.Mailbox;

namespace TitleCertification.Functions.Pages;

/// <summary>On one machine: the messages that would have been sent, to read. Where they are sent there is no such page.</summary>
public sealed class ShowMailbox(PageWriter pages, NotificationSettings settings, MailboxTable mailbox, Rules rules)
{
    private const int Shown = 50;

    [Function(nameof(ShowMailbox))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mailbox")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!settings.LocalMailbox)
            return Problems.From(Problems.NoMailbox);
        return pages.Show<MailboxPage, MailboxModel>(request, new([.. (await mailbox.ReadAsync(cancellationToken)).Take(Shown).Select(Model)], rules.PublicBaseUrl.ToString()));
    }

    private static MailModel Model(OutgoingMessage message)
    {
        var isSms = message.Channel is Channel.Sms;
        var text = isSms ? message.Text.Sms : message.Text.Body;
        return new(
            string.Join(", ", message.Addresses), message.At, isSms ? SmsText.Segments(text) : null, message.Language, message.Text.Subject,
            [.. text.Split("\n\n").Select(paragraph => paragraph.Split('\n'))]);
    }
}
