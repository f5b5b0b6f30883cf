using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Notifications;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>Messages ready to go, and the rules they are written under.</summary>
internal static class Outgoing
{
    public static OutgoingMessage Letter(int number = 1, params string[] addresses) => new(
        $"H40.361-260302-{number:0000}.2.applicant", NoticeKind.Received, DateTimeOffset.UnixEpoch, Channel.Email,
        addresses.Length == 0 ? [$"school-{number}@example.vn"] : addresses, "vi", Text);

    public static OutgoingMessage Sms(int number = 1) => Letter(number) with { Channel = Channel.Sms, Addresses = ["+84912345678"] };

    public static NoticeText Text { get; } = new("Đã tiếp nhận hồ sơ", "Phòng Giáo dục đã tiếp nhận hồ sơ.\n.\nMột dòng chỉ có dấu chấm ở trên.", "Hồ sơ đã được tiếp nhận “…”");

    public static async Task<List<SendResult>> AllAsync(this IMessageSender sender, params OutgoingMessage[] messages)
    {
        var results = new List<SendResult>();
        await foreach (var result in sender.SendAsync(messages, CancellationToken.None))
            results.Add(result);
        return results;
    }
}
