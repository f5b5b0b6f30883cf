using System.Text.RegularExpressions;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mailbox;

internal static partial class MailboxText
{
    public static readonly LocalText Title = new("Hộp thư thử", "Trial mailbox");
    public static readonly LocalText Lead = new(
        "Chạy thử trên một máy, dịch vụ không gửi thư và tin nhắn đi đâu cả. Chúng hiện ở đây, mới nhất ở trên.",
        "On one machine the service sends no letters and text messages anywhere. They are shown here, the newest first.");
    public static readonly LocalText Empty = new(
        "Chưa có gì. Thư đến trong vòng mười giây sau khi nộp hồ sơ hoặc có quyết định; xin tải lại trang.",
        "Nothing yet. Messages arrive within ten seconds of an application or a decision; please reload the page.");
    public static readonly LocalText Reload = new("Tải lại", "Reload");
    public static readonly LocalText To = new("Gửi đến", "To");
    public static readonly LocalText NoAddress = new("cơ quan chưa đặt địa chỉ (StaffContacts)", "an office without an address (StaffContacts)");
    public static readonly LocalText Letter = new("Thư điện tử", "E-mail");

    public static LocalText TextMessage(int segments) => new($"Tin nhắn, {segments} đoạn", $"Text message, {segments} segment{(segments == 1 ? "" : "s")}");

    /// <summary>The text in pieces, each address a piece of its own.</summary>
    public static IEnumerable<string> Pieces(string line) => Address().Split(line).Where(piece => piece.Length > 0);

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Address();
}
