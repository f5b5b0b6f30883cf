using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mine;

internal static class MineText
{
    public static readonly LocalText Title = new("Hồ sơ của tôi", "My applications");
    public static readonly LocalText None = new("Chưa có hồ sơ nào được nộp khi đã đăng nhập.", "You have filed no application while signed in.");
    public static readonly LocalText Elsewhere = new(
        "Hồ sơ nộp khi chưa đăng nhập được tra cứu bằng số hồ sơ và bốn số cuối của điện thoại.", "Applications filed without signing in are found by their number and the last four digits of the phone.");
    public static readonly LocalText Track = new("Tra cứu bằng số hồ sơ", "Track by number");
    public static readonly LocalText Apply = new("Nộp hồ sơ mới", "Apply");
    public static readonly LocalText Open = new("Xem hồ sơ", "Show");
    public static readonly LocalText Submitted = new("nộp ngày", "submitted");
    public static readonly LocalText Next = new("Cũ hơn", "Older");
    public static readonly LocalText Newest = new("Về đầu danh sách", "To the newest");
    public static readonly LocalText Pages = new("Các trang", "Pages");

    public static readonly LocalText Filed = new("Hồ sơ tôi đã nộp", "Applications I have filed");
    public static readonly LocalText NoneFiled = new("Chưa có hồ sơ nào được nộp, cho người khác hay cho mình.", "You have filed no application yet, for others or for yourself.");
    public static readonly LocalText Assist = new("Nộp giúp hồ sơ khác", "File another");
    public static readonly LocalText SubmittedOn = new("Ngày nộp", "Submitted");
    public static readonly LocalText Case = new("Hồ sơ", "Application");
    public static readonly LocalText TitleName = new("Danh hiệu", "Title");
    public static readonly LocalText Status = new("Tình trạng", "Status");
    public static readonly LocalText OwnCase = new("của tôi", "my own");
}
