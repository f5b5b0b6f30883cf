using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Verify;

internal static class VerifyText
{
    public static readonly LocalText Title = new("Kiểm tra giấy chứng nhận", "Verify a certificate");
    public static readonly LocalText Number = new("Số vào sổ", "Register number");
    public static readonly LocalText NumberHint = new("In ở cuối giấy chứng nhận, ví dụ DVHT-36-2025-00001.", "Printed at the foot of the certificate, for example DVHT-36-2025-00001.");
    public static readonly LocalText NumberWrong = new("Số vào sổ có dạng như DVHT-36-2025-00001. Xin xem lại số trên giấy.", "A register number looks like DVHT-36-2025-00001. Please look at the paper again.");
    public static readonly LocalText Check = new("Kiểm tra", "Verify");
    public static readonly LocalText Valid = new("Giấy chứng nhận có hiệu lực", "This certificate is valid");
    public static readonly LocalText ValidSample = new("Giấy chứng nhận mẫu có trong sổ", "This sample certificate is in the register");
    public static readonly LocalText Erased = new("Số này đã được cấp; dữ liệu về người được trao đã xóa", "This number was given; the data on its holder have been erased");
    public static readonly LocalText ErasedHint = new(
        "Dữ liệu cá nhân của hồ sơ đã được xóa theo pháp luật, nên không còn xác nhận được giấy này được trao cho ai.",
        "The personal data of the case were erased under the law; to whom this certificate was given can no longer be confirmed.");
    public static readonly LocalText ValidHint = new(
        "Hãy so từng chữ dưới đây với giấy ông/bà đang cầm. Nếu khác, giấy đó không đúng với sổ.", "Compare every word below with the paper in your hand. If they differ, the paper does not agree with the register.");
    public static readonly LocalText Unknown = new("Không có giấy chứng nhận nào mang số này", "No certificate has this number");
    public static readonly LocalText UnknownHint = new(
        "Xin xem lại số. Nếu số trên giấy đúng như vậy, giấy đó không do cơ quan này cấp.", "Check the number. If it is what the paper says, the paper was not issued by this authority.");
    public static readonly LocalText Again = new("Kiểm tra số khác", "Verify another number");
    public static readonly LocalText TitleName = new("Danh hiệu", "Title");
    public static readonly LocalText Holder = new("Được trao cho", "Held by");
    public static readonly LocalText Unit = new("Nơi đăng ký", "Place");
    public static readonly LocalText Year = new("Năm", "Year");
    public static readonly LocalText Grade = new("Xếp loại", "Grade");
    public static readonly LocalText Issuer = new("Cơ quan cấp", "Issued by");
    public static readonly LocalText Decision = new("Quyết định", "Decision");
    public static readonly LocalText Sample = new("Giấy này thuộc bản trình diễn, không có giá trị pháp lý.", "It belongs to a demonstration and has no legal value.");

    /// <summary>A certificate without legal value is never called valid.</summary>
    public static LocalText Heading(VerifiedTitle? title) => title switch { null => Unknown, { Holder: null } => Erased, { Sample: true } => ValidSample, _ => Valid };
}
