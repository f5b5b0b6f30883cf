using TitleCertification.Domain.Certificates;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace TitleCertification.Functions.Tests.Certificates;

/// <summary>A certificate like that of the school in Nghĩa Hưng, and what a reader gets back out of the PDF.</summary>
internal static class Printed
{
    public static readonly CertificateContent Content = new(
        IssuingBody: "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH",
        IssuerCapacity: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH",
        Heading: "GIẤY CHỨNG NHẬN",
        Certifies: "chứng nhận",
        HolderPrefix: "Đơn vị:",
        HolderName: "Trường Trung học cơ sở Nghĩa Hưng",
        AddressLabel: "Địa chỉ:",
        HolderAddress: "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định",
        Awards: "đạt danh hiệu",
        TitleName: "Đơn vị học tập",
        Standing: "Xếp loại: Tốt – Năm 2024",
        DecisionNumber: "1234/QĐ-UBND",
        DecidedOn: new(2025, 5, 15),
        RegisterNumber: "DVHT-14215-2024-00042",
        Place: "Nam Định",
        IssuedOn: new(2025, 5, 20),
        SignatoryCapacity: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        SignatoryName: "Nguyễn Phượng Ễnh",
        VerificationAddress: new Uri("https://hoctap.example.vn/kiem-tra/DVHT-14215-2024-00042?k=7Q2M9XKD"),
        IsSample: false);

    public static CertificateContent Longest(string name) => Content with
    {
        IssuingBody = "ỦY BAN NHÂN DÂN THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG PHƯỜNG ĐÔNG HƯNG THUẬN NGHĨA LỘ",
        IssuerCapacity = "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG PHƯỜNG ĐÔNG HƯNG THUẬN NGHĨA LỘ ĐƯỜNG NGUYỄN PHƯỢNG ỄNH",
        HolderPrefix = "Gia đình ông (bà):",
        HolderName = name,
        HolderAddress = name,
        TitleName = "Cộng đồng học tập cấp xã phường thị trấn tiêu biểu",
        Standing = "Xếp loại: Hoàn thành xuất sắc nhiệm vụ – Năm 2024",
        DecisionNumber = "12345678/QĐ-UBND-KHUYẾN HỌC-VĂN XÃ-ĐẶC BIỆT",
        RegisterNumber = "CDHTCX-14215-2024-000000000042",
        Place = "Thành phố Phan Rang – Tháp Chàm",
        SignatoryCapacity = ["TM. ỦY BAN NHÂN DÂN THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG", "KT. CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "ỦY VIÊN THƯỜNG VỤ ĐẢNG ỦY"],
        SignatoryName = "Tôn Nữ Hoàng Nguyễn Thị Phượng Ễnh Tường Vy",
        IsSample = true,
    };

    public static T Read<T>(byte[] pdf, Func<PdfDocument, Page, T> read)
    {
        using var document = PdfDocument.Open(pdf);
        return read(document, document.GetPage(1));
    }

    /// <summary>The characters in the order of the page, without spaces: where lines break is the renderer's affair.</summary>
    public static string Text(byte[] pdf) => Read(pdf, (_, page) => Close(string.Concat(page.Letters.Select(l => l.Value))));

    public static string Close(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
