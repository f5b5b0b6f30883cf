using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>What an applicant is asked to consent to, each by itself.</summary>
internal static class Consents
{
    public static IReadOnlyList<ConsentPurpose> Purposes { get; } =
    [
        new("review", new(
            "Dùng nội dung hồ sơ để thẩm định, công nhận danh hiệu và lưu sổ theo quy định.",
            "Using the application to examine it, to grant the title and to keep the register as the law requires."), Needed: true),
        new("contact", new("Liên hệ qua điện thoại hoặc thư điện tử đã khai về việc của hồ sơ này.", "Being contacted by the phone or e-mail given, about this application."), Needed: false),
    ];
}
