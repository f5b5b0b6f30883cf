using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Help;

internal static class HelpText
{
    public static readonly LocalText Title = new("Trợ giúp và quyền riêng tư", "Help and privacy");
    public static readonly LocalText Asking = new("Cần người giúp", "If you need help");
    public static readonly LocalText AskingText = new(
        "Hãy đến Ủy ban nhân dân xã, phường hoặc thị trấn nơi ông/bà ở: cán bộ sẽ điền và nộp hồ sơ giúp.",
        "Go to the People's Committee of your commune, ward or town: an officer can fill in and file the application with you.");
    public static readonly LocalText Reading = new("Đọc trang này dễ hơn", "Making these pages easier to read");
    public static readonly LocalText ReadingText = new(
        "Chọn “Chữ to” ở đầu trang. Mọi trang dùng được bằng bàn phím, bằng trình đọc màn hình, và khi mạng yếu.",
        "Choose “Large text” at the top. Every page works with a keyboard, with a screen reader, and on a weak network.");
    public static readonly LocalText Data = new("Dữ liệu của ông/bà", "Your data");
    public static readonly LocalText[] DataText =
    [
        new("Hồ sơ đang làm dở được mã hóa bằng mã chỉ ông/bà có và tự xóa sau 30 ngày.", "An application you have not sent is encrypted with a code that only you have, and is deleted after 30 days."),
        new("Số điện thoại dùng để nhận ra ông/bà khi tra cứu; không hiện ra cho người khác.", "Your phone number serves to recognise you when you track; it is shown to nobody else."),
        new("Địa chỉ trang và mã QR không chứa dữ liệu cá nhân.", "Addresses and QR codes hold no personal data."),
        new("Trang này dùng cookie cần thiết để nhớ ngôn ngữ, cỡ chữ và hồ sơ đang mở; không theo dõi ai.", "These pages use only the cookies they need: language, text size and the application that is open. They do not track you."),
    ];
}
