using TitleCertification.Domain.Notifications;

namespace TitleCertification.Functions.Notifications;

/// <summary>A message ready to go. Lives in memory only.</summary>
/// <param name="Id">See <see cref="Delivery.Id"/>.</param>
/// <param name="At">When the fact happened.</param>
/// <param name="Addresses">E-mail addresses, or one phone number in international form.</param>
public sealed record OutgoingMessage(
    string Id, NoticeKind Kind, DateTimeOffset At, Channel Channel, IReadOnlyList<string> Addresses, string Language, NoticeText Text);

public enum Channel
{
    Email,
    Sms,
}

/// <summary>One way out.</summary>
public interface IMessageSender
{
    /// <summary>Tries each message once, in order, and says of each what became of it. Does not throw for what a provider does.</summary>
    IAsyncEnumerable<SendResult> SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken);
}
