using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

internal static class MishapText
{
    public static readonly LocalText Missing = new("Không tìm thấy trang", "Page not found");
    public static readonly LocalText MissingTyped = new("Nếu địa chỉ được gõ bằng tay, xin kiểm tra lại từng chữ. Để tra cứu hồ sơ hay kiểm tra giấy chứng nhận, hãy chọn ở đầu trang.", "If you typed the address, check that it is right. To track an application or verify a certificate, choose it at the top.");
    public static readonly LocalText MissingHome = new("Về trang đầu", "Go to the start page");
    public static readonly LocalText SignIn = new("Đăng nhập", "Sign in");
    public static readonly LocalText Reopen = new("Mở lại trang", "Open the page again");
    public static readonly LocalText SignInToGoOn = new("Cần đăng nhập để tiếp tục", "Sign in to go on");
    public static readonly LocalText SignInBeside = new("Đăng nhập trong cửa sổ mới", "Sign in in a new window");
    public static readonly LocalText OpenBeside = new("Mở lại hồ sơ trong cửa sổ mới", "Open the application in a new window");
    public static readonly LocalText NotLost = new(
        "Điều vừa nhập chưa được ghi nhận, nhưng cũng chưa mất. Hãy giữ cửa sổ này: mở lại trong cửa sổ mới, rồi quay về đây và tải lại trang. Trình duyệt hỏi thì chọn gửi lại.",
        "What you have typed was not taken, and it is not lost. Keep this window: use the new one, then come back here and reload this page. If the browser asks, send it again.");
    public static readonly LocalText ToQueue = new("Về danh sách hồ sơ", "Go to the queue");
    public static readonly LocalText NoWork = new(
        "Thẩm quyền do quản trị viên của tỉnh giao. Nếu bạn có tài khoản khác, hãy đăng xuất rồi đăng nhập lại bằng tài khoản đó.",
        "Authority is granted by the province’s administrator. If you have another account, sign out and sign in with that one.");
    public static readonly LocalText Code = new("Khi cần hỏi, xin đọc mã này:", "If you ask for help, give this code:");
    public static readonly LocalText Kept = new(
        "Những gì đã gửi trước đó vẫn còn. Gửi lại không tạo hồ sơ thứ hai.", "What you sent before is still there. Sending again makes no second application.");
}
