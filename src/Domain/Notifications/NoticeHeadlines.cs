using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>What a message is about, in a few words: the beginning of its subject, and its name on lists.</summary>
public static class NoticeHeadlines
{
    public static LocalText Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Received => new("Đã tiếp nhận hồ sơ", "Application received"),
        NoticeKind.CorrectionRequested => new("Cần bổ sung hồ sơ", "Correction needed"),
        NoticeKind.CorrectionReminder => new("Sắp hết hạn bổ sung hồ sơ", "Correction is due soon"),
        NoticeKind.CorrectionAnswered => new("Đã nhận nội dung bổ sung", "Correction received"),
        NoticeKind.Refused => new("Kết quả xét hồ sơ: không công nhận", "Result: not recognised"),
        NoticeKind.Certified => new("Đã công nhận danh hiệu", "Title recognised"),
        NoticeKind.Lapsed => new("Hồ sơ đã hết hiệu lực", "Application lapsed"),
        NoticeKind.Withdrawn => new("Đã rút hồ sơ", "Application withdrawn"),
        NoticeKind.ReviewReminder => new("Hồ sơ sắp đến hạn", "A review is due soon"),
        NoticeKind.StageOverdue => new("Hồ sơ đã quá hạn", "A review is overdue"),
        NoticeKind.StageMoved => new("Cơ quan khác tiếp tục xem xét hồ sơ", "Another body goes on with the review"),
        NoticeKind.QueueDigest => new("Hồ sơ đang chờ xét", "Applications that wait for review"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a text."),
    };
}
