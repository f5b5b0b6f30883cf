using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Applications;

/// <summary>
/// The status list of the National Public Service Portal (law-and-practice 6.3, FOUND). Code 3 (not received) does not arise: an online
/// submission that is not complete is refused before it becomes a dossier; code 6 (fee due) does not arise: there is no fee.
/// </summary>
public sealed record NationalStatus(int Code, LocalText Name)
{
    public static IReadOnlyList<NationalStatus> All { get; } =
    [
        new(1, new("Mới đăng ký", "Newly submitted")),
        new(2, new("Được tiếp nhận", "Received")),
        new(3, new("Không được tiếp nhận", "Not received")),
        new(4, new("Đang xử lý", "In processing")),
        new(5, new("Yêu cầu bổ sung giấy tờ", "Supplement requested")),
        new(6, new("Yêu cầu thực hiện nghĩa vụ tài chính", "Fee due")),
        new(7, new("Công dân yêu cầu rút hồ sơ", "Withdrawal requested")),
        new(8, new("Dừng xử lý", "Processing stopped")),
        new(9, new("Đã xử lý xong", "Processed")),
        new(10, new("Đã trả kết quả", "Result returned")),
    ];

    public static NationalStatus Of(ApplicationStatus status) => All[status switch
    {
        ApplicationStatus.Submitted => 1,
        ApplicationStatus.Received => 2,
        ApplicationStatus.InReview => 4,
        ApplicationStatus.AwaitingCorrection => 5,
        ApplicationStatus.Withdrawn => 7,
        ApplicationStatus.Refused or ApplicationStatus.Lapsed => 8,
        ApplicationStatus.Approved or ApplicationStatus.Certified => 9,
        ApplicationStatus.Delivered => 10,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a national code."),
    } - 1];
}
