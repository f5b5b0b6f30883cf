namespace TitleCertification.Browser.Tests;

/// <summary>What a reviewer reads on buttons and beside fields.</summary>
internal sealed record ReviewWords(
    string Language, string Approve, string Ask, string Refuse, string Continue, string SendAsk, string RefuseYes, string EvidenceMissing, string EvidenceDetails, string WholePage, string Look, string ApproveOf,
    string ApproveMarked, string Search, string Filter, string Number, string Day, string Approved, string SomebodyFirst, string Note)
{
    public static ReviewWords Vi { get; } = new(
        "vi", "Đồng ý", "Yêu cầu bổ sung", "Không công nhận", "Tiếp tục", "Gửi yêu cầu bổ sung", "Ghi quyết định không công nhận", "Thiếu minh chứng", "Nói rõ: Thiếu minh chứng", "Chọn cả trang",
        "Xem và đồng ý", "Đồng ý hồ sơ của", "Đồng ý các hồ sơ được đánh dấu", "Số hồ sơ, tên hoặc nơi ở", "Lọc", "Số quyết định", "Ngày ký", "Đã đồng ý", "Đã có thay đổi trước đó", "Ghi chú");

    public static ReviewWords En { get; } = new(
        "en", "Approve", "Ask for a correction", "Refuse", "Continue", "Send the request", "Record the refusal", "Evidence is missing", "In your words: Evidence is missing", "Select the whole page",
        "Look through and approve", "Approve the application of", "Approve the marked ones", "Dossier number, name or place", "Filter", "Number of the decision", "Day of the decision", "approved", "Somebody was first", "Note");

    public static ReviewWords Of(string language) => language == "en" ? En : Vi;
}
