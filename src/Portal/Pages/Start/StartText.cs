using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Start;

internal static class StartText
{
    public static readonly LocalText Title = new("Xét công nhận danh hiệu học tập", "Recognition of learning titles");

    public static readonly LocalText Lead = new(
        "Dành cho gia đình, dòng họ, cộng đồng và đơn vị cùng nhau học tập suốt đời. Nộp hồ sơ, theo dõi hồ sơ và kiểm tra giấy chứng nhận tại đây.",
        "For families, clans, communities and units that keep learning together. Apply, follow your application and verify a certificate here.");

    public static readonly LocalText Apply = new("Nộp hồ sơ", "Apply for a title");
    public static readonly LocalText ApplyHint = new(
        "Không cần tài khoản. Có thể dừng giữa chừng, hôm khác làm tiếp.", "No account needed. You can stop at any point and go on another day.");
    public static readonly LocalText Eligible = new("Danh hiệu nào phù hợp với tôi?", "Which title fits me?");
    public static readonly LocalText EligibleHint = new("Vài câu hỏi ngắn. Không lưu lại gì.", "A few short questions. Nothing is stored.");
    public static readonly LocalText Track = new("Hồ sơ của tôi đang ở đâu?", "Where is my application?");
    public static readonly LocalText TrackHint = new(
        "Ai đang giữ, bao giờ xong, ông/bà cần làm gì. Bổ sung, rút hồ sơ hoặc tải giấy chứng nhận.",
        "Who holds it, when it is due, what you need to do. Correct it, withdraw it, or download the certificate.");
    public static readonly LocalText Verify = new("Kiểm tra giấy chứng nhận", "Verify a certificate");
    public static readonly LocalText VerifyHint = new("Nhập số vào sổ in trên giấy, hoặc quét mã QR.", "Type the register number printed on it, or scan its QR code.");

    public static readonly LocalText Titles = new("Bốn danh hiệu", "The four titles");
    public static readonly LocalText Steps = new("Hồ sơ được xét thế nào", "How an application is decided");

    public static readonly LocalText[] Path =
    [
        new("Ông/bà tự chấm điểm theo bộ tiêu chí, nộp hồ sơ và nhận ngay số hồ sơ.", "You score yourself by the criteria and apply. You get a dossier number at once."),
        new("Cơ quan thẩm định xem xét. Nếu thiếu, ông/bà được yêu cầu bổ sung từng mục.", "The reviewing body examines it. If something is missing, you are asked for it item by item."),
        new("Cơ quan có thẩm quyền quyết định công nhận. Giấy chứng nhận có mã QR để ai cũng kiểm tra được.", "The authority decides. The certificate carries a QR code that anybody can check."),
    ];
}
