using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Layout;

internal static class LayoutText
{
    public static readonly LocalText Service = new("Danh hiệu học tập", "Learning titles");
    public static readonly LocalText Skip = new("Đến nội dung chính", "Skip to main content");
    public static readonly LocalText Switches = new("Ngôn ngữ và cỡ chữ", "Language and text size");
    public static readonly LocalText Navigation = new("Các dịch vụ", "Services");
    public static readonly LocalText Start = new("Trang đầu", "Start");
    public static readonly LocalText Apply = new("Nộp hồ sơ", "Apply");
    public static readonly LocalText Track = new("Tra cứu", "Track");
    public static readonly LocalText Verify = new("Kiểm tra giấy", "Verify");
    public static readonly LocalText LargeText = new("Chữ to", "Large text");
    public static readonly LocalText NormalText = new("Chữ thường", "Normal text");
    public static readonly LocalText Back = new("Quay lại", "Back");
    public static readonly LocalText ErrorPrefix = new("Lỗi: ", "Error: ");
    public static readonly LocalText Errors = new("Có chỗ cần sửa", "There is a problem");
    public static readonly LocalText Free = new("Dịch vụ này không thu phí.", "This service is free of charge.");
    public static readonly LocalText Help = new("Trợ giúp và quyền riêng tư", "Help and privacy");

    public static readonly LocalText ForStaff = new("Dành cho cán bộ", "For staff");
    public static readonly LocalText StaffNavigation = new("Việc của cán bộ", "Work of staff");
    public static readonly LocalText Assist = new("Nộp giúp", "File for others");
    public static readonly LocalText Helping = new("Đang nộp giúp:", "You are filing for:");
    public static readonly LocalText StopHelping = new("Để sau, đóng hồ sơ này", "Leave it for later");
    public static readonly LocalText Filed = new("Hồ sơ đã nộp", "Filed by me");
    public static readonly LocalText Queue = new("Hồ sơ chờ xét", "Review queue");
    public static readonly LocalText Administration = new("Quản trị", "Administration");
    public static readonly LocalText SignedInAs = new("Đang đăng nhập:", "Signed in as");
    public static readonly LocalText SignOut = new("Đăng xuất", "Sign out");

    public static readonly LocalText Mailbox = new("Hộp thư thử", "Trial mailbox");
    public static readonly LocalText Sample = new(
        "Bản trình diễn: hồ sơ và giấy chứng nhận ở đây không có giá trị pháp lý.",
        "A demonstration: applications and certificates here have no legal value.");
}
