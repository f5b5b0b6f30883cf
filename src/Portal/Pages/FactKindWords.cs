using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages;

/// <summary>What has happened, by the kind of the recorded fact; says nothing of what was in it.</summary>
public static class FactKindWords
{
    public static LocalText Of(string kind) => kind switch
    {
        nameof(Fact.ApplicationSubmitted) => new("Nộp hồ sơ", "Submitted"),
        nameof(Fact.ApplicationReceived) => new("Tiếp nhận", "Received"),
        nameof(Fact.StageOpened) => new("Chuyển đến bước xét", "Stage opened"),
        nameof(Fact.ReviewerScored) => new("Người xét chấm điểm", "Scored by the reviewer"),
        nameof(Fact.StageApproved) => new("Đồng ý ở bước xét", "Stage approved"),
        nameof(Fact.TitleApproved) => new("Công nhận danh hiệu", "Title granted"),
        nameof(Fact.CorrectionRequested) => new("Yêu cầu bổ sung", "Correction requested"),
        nameof(Fact.CorrectionAnswered) => new("Người nộp đã bổ sung", "Corrected by the applicant"),
        nameof(Fact.ApplicationRefused) => new("Không công nhận", "Refused"),
        nameof(Fact.ApplicationWithdrawn) => new("Người nộp rút hồ sơ", "Withdrawn by the applicant"),
        nameof(Fact.ReviewerReminded) => new("Nhắc người xét", "Reviewer reminded"),
        nameof(Fact.ApplicantReminded) => new("Nhắc người nộp", "Applicant reminded"),
        nameof(Fact.StageEscalated) => new("Báo lên cấp trên vì quá hạn hoặc không còn ai quyết định", "Shown to those above: overdue, or nobody left to decide"),
        nameof(Fact.ConflictDeclared) => new("Khai có liên quan, không xét hồ sơ này", "Conflict of interest declared"),
        nameof(Fact.ApplicationLapsed) => new("Hết hiệu lực vì quá hạn bổ sung", "Lapsed: not corrected in time"),
        nameof(Fact.StageMoved) => new("Chuyển sang cơ quan khác", "Moved to another body"),
        nameof(Fact.TitleCertified) => new("Cấp giấy chứng nhận", "Certified"),
        nameof(Fact.CertificateDelivered) => new("Người nộp đã nhận giấy chứng nhận", "Certificate collected"),
        nameof(Fact.ConsentWithdrawn) => new("Người nộp rút lại một sự đồng ý", "The applicant took back a consent"),
        nameof(Fact.CaseErased) => new("Đã xóa dữ liệu", "Data erased"),
        _ => new(kind, kind),
    };
}
