using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages;

internal static class FileText
{
    public static readonly LocalText Limits = new(
        "Ảnh (JPEG, PNG, WebP) hoặc PDF, mỗi tệp tối đa 10 MB. Chọn được nhiều tệp.", "Photos (JPEG, PNG, WebP) or PDF, up to 10 MB each. You can choose several.");

    public static readonly LocalText All = new("Cả hồ sơ tối đa 20 tệp, tổng cộng 50 MB.", "Up to 20 files and 50 MB for the whole application.");

    public static readonly LocalText Photos = new(
        "Ảnh chụp bằng điện thoại là được, miễn là đọc rõ chữ. Thông tin về nơi chụp và máy chụp lưu trong ảnh được xóa khi nhận.",
        "Photos taken with a phone will do, as long as the words can be read. The place and the camera that a photo records are removed when it arrives.");

    public static readonly LocalText Send = new("Tải tệp đã chọn lên", "Upload the chosen files");
    public static readonly LocalText Add = new("Thêm ảnh hoặc PDF", "Add photos or PDF files");

    /// <summary>What the script says while it sends. {name}, {percent}, {seconds} and {count} are put in by it.</summary>
    public static readonly IReadOnlyDictionary<string, LocalText> Script = new Dictionary<string, LocalText>
    {
        ["waiting"] = new("chờ gửi", "waiting"),
        ["sending"] = new("đang gửi, {percent}%", "sending, {percent}%"),
        ["examining"] = new("đã gửi xong, đang kiểm tra", "sent, being examined"),
        ["again"] = new("mạng bị ngắt, tự gửi tiếp sau {seconds} giây; phần đã gửi không mất", "the network broke off; sending goes on by itself in {seconds} seconds, nothing is lost"),
        ["received"] = new("Đã nhận {name}.", "{name} has been received."),
        ["begun"] = new("Đang gửi {name}.", "Sending {name}."),
        ["half"] = new("Đã gửi được một nửa {name}.", "Half of {name} has been sent."),
        ["cancel"] = new("Bỏ tệp", "Remove"),
        ["still"] = new("Còn {count} tệp đang gửi. Gửi xong sẽ tự chuyển trang.", "{count} files are still being sent. The page will go on by itself when they are through."),
        ["error"] = new("Lỗi:", "Error:"),
        ["lost"] = new("Không gửi được tệp này. Xin chọn lại.", "This file could not be sent. Please choose it again."),
    };
}
