using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Eligible;

internal static class EligibleText
{
    public static readonly LocalText Title = new("Danh hiệu nào phù hợp với tôi?", "Which title fits me?");
    public static readonly LocalText Choose = new("Hãy chọn một câu trả lời.", "Choose an answer.");
    public static readonly LocalText Continue = new("Tiếp tục", "Continue");
    public static readonly LocalText CanNot = new(
        "Chưa có bộ tiêu chí đầy đủ cho danh hiệu và năm này, nên hiện chưa nộp hồ sơ được.", "There is no complete criteria set for this title and year yet, so nobody can apply for it now.");
    public static readonly LocalText AllMet = new("Mọi chỉ số của mức thấp nhất đều phải đạt.", "Every indicator of the lowest level must be met.");
    public static readonly LocalText Asked = new("Những gì được xem xét", "What is looked at");
    public static readonly LocalText Apply = new("Nộp hồ sơ", "Apply");
    public static readonly LocalText Again = new("Trả lời lại", "Answer again");
    public static readonly LocalText Set = new("Bộ tiêu chí", "Criteria");
}
