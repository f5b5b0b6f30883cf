using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using TitleCertification.Domain.Notifications;

namespace TitleCertification.Functions.Notifications;

/// <summary>
/// Hands text messages to the gateway of an operator or of Zalo: one signed POST each (docs/api.md). The gateway knows a repetition by its Idempotency-Key.
/// </summary>
public sealed class WebhookSender(HttpClient http, SmsSettings settings, TimeProvider clock) : IMessageSender
{
    private const int AtOnce = 4;

    /// <summary>A client that follows nobody elsewhere and does not wait for ever.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = TimeSpan.FromSeconds(30) };

    public async IAsyncEnumerable<SendResult> SendAsync(IReadOnlyList<OutgoingMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SendResult? outage = null;
        foreach (var group in messages.Chunk(AtOnce))
        {
            var results = outage is null
                ? await Task.WhenAll(group.Select(message => SendAsync(message, cancellationToken)))
                : [.. group.Select(_ => outage)];
            // Nobody there: the others need not wait for as long.
            outage ??= results.FirstOrDefault(result => result is SendResult.Temporary { Reason: FailureReason.Unreachable });
            foreach (var result in results)
                yield return result;
        }
    }

    private async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var text = settings.Folded ? SmsText.Fold(message.Text.Sms) : message.Text.Sms;
        var body = Encoding.UTF8.GetBytes(Json.Write(new GatewayMessage(message.Id, message.Addresses[0], text, message.Language, message.Kind)));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Webhook) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        request.Headers.Add("Idempotency-Key", message.Id);
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Sign(settings.Key, timestamp, body));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.SecureConnectionError)
        {
            return new SendResult.Temporary(FailureReason.TlsRefused);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new SendResult.Temporary(FailureReason.Unreachable);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Temporary(FailureReason.ConnectionLost);
        }
    }

    /// <summary>HMAC-SHA256 over "{timestamp}.{body}": a request that was overheard cannot be sent again later.</summary>
    internal static string Sign(string key, string timestamp, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));

    private SendResult Judge(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new SendResult.Sent(),
        408 or 425 or 429 or >= 500 => new SendResult.Temporary(FailureReason.Rejected, (int)response.StatusCode, After(response.Headers.RetryAfter)),
        // The key is wrong until somebody sets the right one: that may take a day.
        401 or 403 => new SendResult.Temporary(FailureReason.SignInRefused, (int)response.StatusCode),
        var status => new SendResult.Permanent(FailureReason.Rejected, status),
    };

    private TimeSpan? After(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date && date > clock.GetUtcNow() ? date - clock.GetUtcNow() : null);
}

/// <summary>What the gateway gets.</summary>
/// <param name="To">For example "+84912345678".</param>
public sealed record GatewayMessage(string Id, string To, string Text, string Language, NoticeKind Kind);
