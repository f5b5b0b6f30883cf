using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Track;

internal static class TrackText
{
    public static readonly LocalText Title = new("Hồ sơ của tôi đang ở đâu?", "Where is my application?");
    public static readonly LocalText Dossier = new("Số hồ sơ", "Dossier number");
    public static readonly LocalText DossierHint = new("Ghi trên giấy biên nhận và trong tin báo đã nhận hồ sơ, ví dụ H40.361-261124-0001.", "It is on your receipt and in the message that told you we have it, for example H40.361-261124-0001.");
    public static readonly LocalText Digits = new("Bốn số cuối của điện thoại đã khai", "Last four digits of the phone you gave");
    public static readonly LocalText Show = new("Xem hồ sơ", "Show my application");
    public static readonly LocalText Mine = new("Đã nộp khi đăng nhập? Xem hồ sơ của tôi", "Filed while signed in? See my applications");
    public static readonly LocalText Case = new("Hồ sơ của ông/bà", "Your application");
    public static readonly LocalText Now = new("Hiện nay", "Now");
    public static readonly LocalText Holding = new("Đang ở", "With");
    public static readonly LocalText Due = new("Thời hạn", "Due");
    public static readonly LocalText Todo = new("Ông/bà cần làm gì", "What you need to do");
    public static readonly LocalText Nothing = new("Hiện nay ông/bà không cần làm gì.", "There is nothing you need to do now.");
    public static readonly LocalText CorrectAsked = new(
        "Cơ quan thẩm định đề nghị ông/bà bổ sung một số mục. Chỉ cần trả lời những mục ấy; các mục khác giữ nguyên.", "The reviewing body needs some items corrected. You answer those only; everything else stays as it is.");
    public static readonly LocalText Over = new("Hồ sơ này đã kết thúc. Ông/bà có thể nộp hồ sơ mới bất cứ lúc nào.", "This application has ended. You can apply again at any time.");
    public static readonly LocalText ApplyAgain = new("Nộp hồ sơ mới", "Apply again");
    public static readonly LocalText CertificateReady = new("Giấy chứng nhận của ông/bà", "Your certificate");
    public static readonly LocalText Correct = new("Bổ sung hồ sơ", "Correct the application");
    public static readonly LocalText Withdraw = new("Rút hồ sơ", "Withdraw the application");
    public static readonly LocalText Receipt = new("Xem và in giấy biên nhận", "See and print the receipt");
    public static readonly LocalText Certificate = new("Tải giấy chứng nhận (PDF)", "Download the certificate (PDF)");
    public static readonly LocalText Leave = new("Đóng hồ sơ này", "Close this application");
    public static readonly LocalText LeaveHint = new("Nếu dùng chung máy với người khác, hãy đóng hồ sơ khi xem xong.", "If you share this computer, close the application when you have finished.");
    public static readonly LocalText Steps = new("Các bước", "The steps");
    public static readonly LocalText Reasons = new("Lý do không công nhận", "Why it was refused");
    public static readonly LocalText Details = new("Nội dung hồ sơ", "The application");
    public static readonly LocalText TitleName = new("Danh hiệu", "Title");
    public static readonly LocalText Holder = new("Đề nghị công nhận", "To be recognised");
    public static readonly LocalText Unit = new("Nơi đăng ký", "Place");
    public static readonly LocalText JudgedBy = new("Xét theo", "Judged by");
    public static readonly LocalText OlderEdition = new("theo quy định của ngày nộp", "as on the day of submission");
    public static readonly LocalText Year = new("Năm đánh giá", "Assessed year");
    public static readonly LocalText Representative = new("Người đại diện", "Representative");
    public static readonly LocalText Submitted = new("Ngày nộp", "Submitted on");
    public static readonly LocalText Helper = new("Người nộp giúp", "Filed by");
    public static readonly LocalText Files = new("Tệp minh chứng", "Evidence files");
    public static readonly LocalText Score = new("Kết quả tự chấm", "Own score");

    public static readonly LocalText CorrectHint = new(
        "Cơ quan thẩm định chỉ yêu cầu những mục dưới đây. Các mục khác giữ nguyên.", "The reviewing body asks for the items below only. Everything else stays as it is.");
    public static readonly LocalText Asked = new("Yêu cầu", "What is asked");
    public static readonly LocalText FilesBefore = new(
        "Tệp đã nộp. Nếu thêm tệp mới, các tệp mới thay các tệp này.", "Files already sent. If you add new files, they take the place of these.");
    public static readonly LocalText NewText = new("Nội dung mới", "New text");
    public static readonly LocalText SendCorrection = new("Gửi bổ sung", "Send the correction");
    public static readonly LocalText HolderName = new("Tên ghi trên giấy chứng nhận", "Name on the certificate");
    public static readonly LocalText HolderAddress = new("Địa chỉ", "Address");
    public static readonly LocalText RepresentativeName = new("Họ tên người đại diện", "Representative’s name");

    public static readonly LocalText WithdrawHint = new(
        "Hồ sơ sẽ dừng lại và không được xét nữa. Ông/bà có thể nộp hồ sơ mới bất cứ lúc nào.", "The application ends and is not decided. You can apply again at any time.");
    public static readonly LocalText WithdrawReason = new("Lý do (không bắt buộc)", "Reason (optional)");
    public static readonly LocalText WithdrawYes = new("Rút hồ sơ này", "Withdraw this application");
    public static readonly LocalText WithdrawNo = new("Không, giữ lại", "No, keep it");

    public static readonly LocalText ReceiptTitle = new("Giấy biên nhận hồ sơ", "Receipt");
    public static readonly LocalText Filed = new("Đã nhận hồ sơ của ông/bà", "We have your application");
    public static readonly LocalText Keep = new(
        "Hãy giữ số hồ sơ. Cùng với bốn số cuối của điện thoại đã khai, đó là cách để ông/bà tra cứu.", "Keep the dossier number. With the last four digits of your phone it is how you track the application.");
    public static readonly LocalText Next = new("Việc tiếp theo", "What happens next");
    public static readonly LocalText NextText = new(
        "Cơ quan thẩm định xem xét hồ sơ. Nếu cần bổ sung, ông/bà được báo từng mục cụ thể. Tiến độ hồ sơ xem được bất cứ lúc nào ở trang tra cứu.",
        "The reviewing body examines the application. If something is missing you are asked for it item by item. You can follow it on the tracking page at any time.");
    public static readonly LocalText Scan = new("Quét mã này để mở trang tra cứu.", "Scan this code to open the tracking page.");
    public static readonly LocalText QrName = new("Mã QR dẫn đến trang tra cứu hồ sơ", "QR code that leads to the tracking page");
    public static readonly LocalText Print = new("In trang này", "Print this page");
    public static readonly LocalText GoTrack = new("Xem tiến độ hồ sơ", "Follow the application");
}
