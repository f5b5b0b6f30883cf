using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Review;

internal static class QueueText
{
    public static readonly LocalText Title = new("Hồ sơ chờ xét", "Review queue");
    public static readonly LocalText Tabs = new("Lọc nhanh", "Quick filters");
    public static readonly LocalText Filter = new("Tìm và lọc", "Search and filter");
    public static readonly LocalText Search = new("Số hồ sơ, tên hoặc nơi ở", "Dossier number, name or place");
    public static readonly LocalText TitleField = new("Danh hiệu", "Title");
    public static readonly LocalText Level = new("Cấp", "Level");
    public static readonly LocalText Stage = new("Bước", "Stage");
    public static readonly LocalText Any = new("Tất cả", "All");
    public static readonly LocalText Apply = new("Lọc", "Filter");
    public static readonly LocalText Clear = new("Bỏ lọc", "Clear the filter");
    public static readonly LocalText Empty = new("Không có hồ sơ nào đang chờ bạn.", "Nothing is waiting for you.");
    public static readonly LocalText EmptyFiltered = new("Không có hồ sơ nào khớp với lựa chọn này.", "No application matches this choice.");
    public static readonly LocalText Cut = new(
        "Danh sách chỉ gồm những hồ sơ đến hạn sớm nhất; các hồ sơ còn lại hiện ra khi những hồ sơ này đã được giải quyết.",
        "The list holds those that are due first; the others appear as these are decided.");
    public static readonly LocalText Pick = new("Chọn", "Select");
    public static readonly LocalText Case = new("Hồ sơ", "Application");
    public static readonly LocalText Kind = new("Danh hiệu", "Title");
    public static readonly LocalText Place = new("Nơi đăng ký", "Place");
    public static readonly LocalText Due = new("Hạn", "Due");
    public static readonly LocalText Claim = new("Người nhận", "Taken by");
    public static readonly LocalText Late = new("Quá hạn", "Late");
    public static readonly LocalText Today = new("Hôm nay", "Today");
    public static readonly LocalText Me = new("Bạn", "You");
    public static readonly LocalText NotMine = new("Có liên quan?", "Conflict?");
    public static readonly LocalText PickAll = new("Chọn cả trang", "Select the whole page");
    public static readonly LocalText PickNone = new("Bỏ chọn", "Select none");
    public static readonly LocalText PickNothing = new("Bỏ chọn tất cả", "Select nothing at all");
    public static readonly LocalText Selected = new("Với các hồ sơ đã chọn:", "With the selected ones:");
    public static readonly LocalText Approve = new("Xem và đồng ý", "Look through and approve");
    public static readonly LocalText Take = new("Nhận xử lý", "Take");
    public static readonly LocalText GiveBack = new("Thôi nhận", "Give back");
    public static readonly LocalText Pages = new("Các trang", "Pages");
    public static readonly LocalText Before = new("Trang trước", "Previous page");
    public static readonly LocalText After = new("Trang sau", "Next page");
    public static readonly LocalText SkipFilter = new("Đến danh sách", "Skip to the list");
    public static readonly LocalText NextCase = new("Mở hồ sơ tiếp theo", "Open the next application");
    public static readonly LocalText Keys = new("Phím tắt", "Keyboard shortcuts");
}
