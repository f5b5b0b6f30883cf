using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TitleCertification.Domain.Calendar;

namespace TitleCertification.Functions.Notifications;

/// <summary>Sends letters over SMTP: one connection for a group of them. The Message-ID of a letter is the same whenever it is sent again, so that mail programs show it once.</summary>
/// <param name="domain">The right-hand side of every Message-ID.</param>
public sealed class SmtpSender(SmtpSettings settings, string domain, TimeProvider clock) : IMessageSender
{
    // Generous: a server that scans what it has been given must not be cut off, or it would get the same again. The first is for one answer, the second for a whole letter.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestLetter = TimeSpan.FromSeconds(90);

    public async IAsyncEnumerable<SendResult> SendAsync(IReadOnlyList<OutgoingMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var client = new Client { Timeout = (int)Patience.TotalMilliseconds };
        SendResult? outage = null;
        foreach (var message in messages)
        {
            if (!client.IsConnected)
                outage ??= await TryAsync(limited => ConnectAsync(client, limited), cancellationToken);
            yield return outage ?? await TryAsync(limited => client.SendAsync(Letter(message), limited), cancellationToken) ?? new SendResult.Sent();
        }

        if (client.IsConnected)
            await TryAsync(limited => client.DisconnectAsync(quit: true, limited), cancellationToken);
    }

    private async Task ConnectAsync(Client client, CancellationToken cancellationToken)
    {
        if (settings.Certificate is { } only)
            client.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256).Equals(only, StringComparison.OrdinalIgnoreCase) is true;
        await client.ConnectAsync(settings.Host, settings.Port, settings.Tls switch
        {
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, cancellationToken);
        if (settings.User is { } user)
            await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
    }

    private MimeMessage Letter(OutgoingMessage message)
    {
        var letter = new MimeMessage
        {
            Subject = message.Text.Subject,
            Date = clock.GetUtcNow().ToOffset(VietnamTime.Offset),
            MessageId = $"{message.Id}@{domain}",
        };
        letter.From.Add(settings.From);
        letter.To.AddRange(message.Addresses.Select(MailboxAddress.Parse));
        // RFC 3834: no answer of an absent reader comes back.
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        letter.Headers.Add(HeaderId.ContentLanguage, message.Language);
        var body = new TextPart("plain");
        body.SetText(Encoding.UTF8, message.Text.Body);
        letter.Body = body;
        return letter;
    }

    /// <returns>Null when it went well.</returns>
    private async Task<SendResult?> TryAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(LongestLetter, clock);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        try
        {
            await action(limited.Token);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && Judge(e) is { } result)
        {
            return result;
        }
    }

    /// <returns>Null for what is no failure of the provider.</returns>
    private static SendResult? Judge(Exception exception) => exception switch
    {
        SmtpCommandException { StatusCode: var status } when (int)status < 500 => new SendResult.Temporary(FailureReason.Rejected, (int)status),
        SmtpCommandException { ErrorCode: SmtpErrorCode.UnexpectedStatusCode, StatusCode: var status } => new SendResult.Temporary(FailureReason.Rejected, (int)status),
        SmtpCommandException { StatusCode: var status } => new SendResult.Permanent(FailureReason.Rejected, (int)status),
        AuthenticationException => new SendResult.Temporary(FailureReason.SignInRefused),
        // What is not offered over an open connection is not asked for.
        SslHandshakeException or NotSupportedException => new SendResult.Temporary(FailureReason.TlsRefused),
        ParseException => new SendResult.Permanent(FailureReason.NoAddress),
        SocketException => new SendResult.Temporary(FailureReason.Unreachable),
        ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or IOException or TimeoutException or OperationCanceledException =>
            new SendResult.Temporary(FailureReason.ConnectionLost),
        _ => null,
    };

    /// <summary>Of several addresses of an office one may be wrong: the others get the letter.</summary>
    private sealed class Client : SmtpClient
    {
        private SmtpResponse? refusal;

        protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
            refusal = refusal is null || (int)response.StatusCode < 500 ? response : refusal;

        protected override void OnNoRecipientsAccepted(MimeMessage message)
        {
            var (response, _) = (refusal!, refusal = null);
            throw new SmtpCommandException(SmtpErrorCode.RecipientNotAccepted, response.StatusCode, "No address was accepted.");
        }
    }
}
