using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Notifications;

namespace TitleCertification.Functions.Certification.Stuck;

/// <summary>An open case that does not go on by itself, or not in time.</summary>
/// <param name="Place">Where it is of: whose administrators it concerns.</param>
/// <param name="Since">When the sweep saw it for this reason first; of an overdue case, the instant it became so.</param>
/// <param name="Detail">The kind of the error that a process ended with; never its text, which may hold what people wrote.</param>
public sealed record StuckCase(DossierNumber Dossier, Place Place, StuckReason Reason, DateTimeOffset Since, string? Detail = null);

/// <summary>The gravest first: of several, a case has the first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StuckReason>))]
public enum StuckReason
{
    /// <summary>Its orchestration ended with an error; the sweep has started it again.</summary>
    ProcessFailed,

    /// <summary>Its orchestration has not looked at a change, or has slept through a deadline; the sweep has woken it.</summary>
    ProcessAsleep,

    /// <summary>Approved, and there is no certificate yet.</summary>
    CertificateWaits,

    /// <summary>Nobody holds the role that decides.</summary>
    OfficeVacant,

    /// <summary>Everybody who holds the role is barred, and there is no body above.</summary>
    NobodyEligible,

    /// <summary>The day by which it was to be decided has passed.</summary>
    Overdue,
}

public static class StuckSentences
{
    public static LocalText Sentence(this StuckReason reason) => reason switch
    {
        StuckReason.ProcessFailed => new("Quy trình dừng vì lỗi; hệ thống đã khởi động lại.", "Its process ended with an error; it has been started again."),
        StuckReason.ProcessAsleep => new("Quy trình chưa phản hồi; hệ thống đã gọi lại.", "Its process did not react; it has been woken."),
        StuckReason.CertificateWaits => new("Đã phê duyệt nhưng chưa có giấy chứng nhận.", "It is approved and has no certificate yet."),
        StuckReason.OfficeVacant => new("Không ai giữ vai trò quyết định: cần giao thẩm quyền.", "Nobody holds the role that decides: authority has to be granted."),
        StuckReason.NobodyEligible => new("Mọi người có thẩm quyền đều phải tránh hồ sơ này: cần giao thẩm quyền cho người khác.", "Everybody with authority is barred from this case: authority has to be granted to somebody else."),
        _ => new("Đã quá hạn quyết định.", "It is overdue."),
    };
}
