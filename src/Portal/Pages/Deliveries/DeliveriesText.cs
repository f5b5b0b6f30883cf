using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Deliveries;

public static class DeliveriesText
{
    public static readonly LocalText Applicant = new("Người nộp hồ sơ", "The applicant");

    public static readonly LocalText NothingChosen = new("Chưa chọn thông báo nào.", "No message is chosen.");

    internal static readonly LocalText Title = new("Thông báo chưa gửi được", "Undelivered messages");
    internal static readonly LocalText Lead = new(
        "Thư và tin nhắn về hồ sơ trong địa bàn của bạn. Sửa nguyên nhân trước (máy chủ thư, địa chỉ của cơ quan), rồi gửi lại; mỗi thông báo chỉ đến một lần.",
        "Letters and text messages about applications in your area. Mend the cause first (the mail server, the address of an office), then send again; each message arrives once.");
    internal static readonly LocalText None = new("Mọi thông báo đều đã gửi được.", "Every message has been sent.");
    internal static readonly LocalText Failed = new("Đang chờ bạn xử lý", "Waiting for you");
    internal static readonly LocalText FailedNone = new("Không có thông báo nào.", "There are none.");
    internal static readonly LocalText Retrying = new("Đang tự gửi lại", "Being tried again");
    internal static readonly LocalText RetryingHint = new("Hệ thống tự thử lại trong hai ngày; bạn không phải làm gì.", "The service tries again by itself for two days; you need not do anything.");
    internal static readonly LocalText Choose = new("Chọn thông báo", "Choose messages");
    internal static readonly LocalText Retry = new("Gửi lại mục đã chọn", "Send the chosen again");
    internal static readonly LocalText RetryAll = new("Gửi lại tất cả trên trang", "Send all on this page again");
    internal static readonly LocalText GiveUp = new("Không gửi nữa mục đã chọn", "Give up the chosen");
    internal static readonly LocalText GiveUpHint = new(
        "“Không gửi nữa” dành cho việc đã báo bằng cách khác, chẳng hạn qua điện thoại. Tên bạn được ghi lại.",
        "Give up what has been told in another way, by telephone for example. That it was you is recorded.");
    internal static readonly LocalText Next = new("Trang sau", "Next page");
    internal static readonly LocalText First = new("Về trang đầu danh sách", "Back to the beginning of the list");

    internal static LocalText Attempts(int attempts, LocalText last) => new(
        $"Đã thử {attempts} lần, lần cuối lúc {last.Vi}.", $"Tried {(attempts == 1 ? "once" : $"{attempts} times")}, last at {last.En}.");

    internal static LocalText Code(int status) => new($"Mã trả lời: {status}.", $"Reply code: {status}.");

    internal static LocalText NextAttempt(LocalText at) => new($"Thử lại lúc {at.Vi}.", $"Next try at {at.En}.");

    internal static LocalText Done(DeliveriesDone done) => (done.GaveUp, done.Changed) switch
    {
        (true, 0) or (false, 0) => new("Không có gì thay đổi.", "Nothing was changed."),
        (true, var n) => new($"Đã thôi gửi {n} thông báo.", $"Given up: {n}."),
        (false, var n) => new($"Đang gửi lại {n} thông báo. Tải lại trang sau mười giây để xem kết quả.", $"Being sent again: {n}. Reload the page in ten seconds to see what became of them."),
    };

    internal static LocalText Skipped(int n) => new(
        $"{n} thông báo không đổi: đang được gửi, hoặc người khác vừa xử lý.", $"Not changed: {n}, being sent just now or seen to by somebody else.");
}
