using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Track;

/// <summary>The words of an applicant's rights over his data.</summary>
internal static class PrivacyText
{
    public static readonly LocalText Consents = new("Sự đồng ý của ông/bà", "What you have consented to");
    public static readonly LocalText ConsentsHint = new(
        "Ông/bà rút lại được bất cứ lúc nào, từng mục một, không cần nêu lý do. Việc xét và công nhận danh hiệu không bị ảnh hưởng.",
        "You may take each of them back at any time, by itself and without a reason. It makes no difference to the examination or to the title.");
    public static readonly LocalText Legal = new("Việc này do pháp luật quy định, không dựa trên sự đồng ý, nên không có gì để rút lại.", "The law itself demands this; it does not rest on consent, so there is nothing to take back.");
    public static readonly LocalText Given = new("Ông/bà đã đồng ý.", "You have consented.");
    public static readonly LocalText NotGiven = new("Ông/bà không đồng ý, hoặc đã rút lại.", "You have not consented, or have taken it back.");
    public static readonly LocalText Withdraw = new("Rút lại sự đồng ý này", "Take this consent back");
    public static readonly LocalText Withdrawn = new("Đã rút lại. Từ nay dữ liệu của ông/bà không được dùng vào việc này nữa; việc đã làm trước đó vẫn hợp pháp.", "Taken back. From now on your data are not used for this; what was done before remains lawful.");
    public static readonly LocalText Data = new("Dữ liệu của ông/bà", "Your data");
    public static readonly LocalText DataHint = new(
        "Đây là toàn bộ những gì hệ thống lưu về ông/bà trong hồ sơ này: nội dung đã khai, từng việc đã xảy ra, những điều đã đồng ý, cán bộ nào đã xem và xem khi nào.",
        "This is everything we hold on you because of this application: what you stated, each thing that has happened, your consents, and which members of staff have seen it, and when.");
    public static readonly LocalText DataForm = new("Tệp có định dạng JSON: mở được bằng mọi trình soạn thảo văn bản, phần mềm khác cũng đọc được.", "The file is JSON: any text editor opens it, and programs can read it.");
    public static readonly LocalText DataCare = new("Tệp có thông tin cá nhân. Trên máy dùng chung, hãy xóa tệp khi xong.", "It holds personal data. On a shared computer delete it when you have finished.");
    public static readonly LocalText Download = new("Tải dữ liệu của tôi", "Download my data");

    /// <summary>What follows from taking a consent back.</summary>
    public static LocalText Consequence(string purpose) => purpose switch
    {
        "contact" => new(
            "Nếu rút lại: ông/bà không nhận tin nhắc qua điện thoại hay thư điện tử nữa, kể cả khi cần bổ sung. Hãy tự xem hồ sơ ở trang tra cứu để không quá hạn.",
            "If you take it back: you are no longer reminded by phone or e-mail, not even when a correction is asked for. Look at the tracking page yourself, so that you do not miss a time limit."),
        "publish" => new(
            "Nếu rút lại: tên được công nhận không còn nêu trong danh sách công khai. Danh hiệu và giấy chứng nhận vẫn có hiệu lực; ai có số trên giấy vẫn kiểm tra được giấy.",
            "If you take it back: the name is no longer shown in the public list. Title and certificate remain in force; whoever has the number on the paper can still verify it."),
        _ => new("Nếu rút lại: dữ liệu không còn được dùng vào việc này.", "If you take it back: your data are no longer used for this."),
    };
}
