using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Review;

internal static class ReviewText
{
    public static readonly LocalText Status = new("Tình trạng", "Status");
    public static readonly LocalText Due = new("Thời hạn", "Due");
    public static readonly LocalText TakenBy = new("Người nhận xử lý", "Taken by");
    public static readonly LocalText Nobody = new("Chưa ai", "Nobody");
    public static readonly LocalText You = new("Bạn", "You");
    public static readonly LocalText Take = new("Nhận xử lý hồ sơ này", "Take this application");
    public static readonly LocalText GiveBack = new("Thôi nhận", "Give back");
    public static readonly LocalText Decide = new("Quyết định", "Decide");
    public static readonly LocalText Approve = new("Đồng ý", "Approve");
    public static readonly LocalText Ask = new("Yêu cầu bổ sung", "Ask for a correction");
    public static readonly LocalText Refuse = new("Không công nhận", "Refuse");
    public static readonly LocalText CannotApprove = new("Chưa thể đồng ý", "It cannot be approved");
    public static readonly LocalText NotMine = new("Tôi có liên quan đến hồ sơ này", "I have a conflict of interest");
    public static readonly LocalText ReadOnly = new("Bạn xem được hồ sơ này nhưng bước hiện nay không do bạn quyết định.", "You can read this application; its present stage is not yours to decide.");
    public static readonly LocalText Print = new("In trang này", "Print this page");
    public static readonly LocalText Sections = new("Trong trang này", "On this page");
    public static readonly LocalText ToCase = new("Nội dung", "Application");
    public static readonly LocalText ToScores = new("Chấm điểm", "Scores");
    public static readonly LocalText ToHistory = new("Diễn biến", "History");
    public static readonly LocalText Case = new("Nội dung hồ sơ", "The application");
    public static readonly LocalText Scores = new("Chấm điểm và minh chứng", "Scores and evidence");
    public static readonly LocalText Before = new("Cấp trước đã xét", "What the stage before has found");
    public static readonly LocalText History = new("Diễn biến hồ sơ", "What has happened");
    public static readonly LocalText Indicator = new("Chỉ số", "Indicator");
    public static readonly LocalText Applicant = new("Người nộp", "Applicant");
    public static readonly LocalText Result = new("Kết quả chấm", "Result of the scoring");
    public static readonly LocalText Evidence = new("Minh chứng", "Evidence");
    public static readonly LocalText Own = new("Thẩm định", "Yours");
    public static readonly LocalText Remark = new("Nhận xét", "Remark");
    public static readonly LocalText Remarked = new("Có nhận xét ở chỉ số", "Remarks on indicators");
    public static readonly LocalText SaveScores = new("Lưu điểm thẩm định", "Save your scores");
    public static readonly LocalText Fill = new("Điền theo điểm người nộp", "Fill in the applicant’s");
    public static readonly LocalText ScoreHint = new(
        "Không bắt buộc. Nếu bạn chấm, hồ sơ chỉ được đồng ý khi điểm của chính bạn đạt yêu cầu.",
        "Optional. Where you score, the application can be approved only if your own scores reach the title.");
    public static readonly LocalText NoEvidence = new("Không có", "None");

    public static readonly LocalText ApproveTitle = new("Đồng ý hồ sơ này", "Approve this application");
    public static readonly LocalText ApproveHint = new("Sau khi đồng ý, hồ sơ được chuyển sang bước tiếp theo. Không rút lại được.", "The application then goes to the next stage. This cannot be undone.");
    public static readonly LocalText ApproveLastHint = new(
        "Sau khi đồng ý, danh hiệu được công nhận, hệ thống vào sổ và làm giấy chứng nhận. Không rút lại được.",
        "The title is then granted, entered in the register and the certificate is made. This cannot be undone.");
    public static readonly LocalText Note = new("Ghi chú cho cấp sau (không bắt buộc)", "Note for the next stage (optional)");
    public static readonly LocalText NoteLast = new("Ghi chú (không bắt buộc)", "Note (optional)");
    public static readonly LocalText Number = new("Số quyết định công nhận", "Number of the decision");
    public static readonly LocalText NumberHint = new("Ví dụ 1234/QĐ-UBND", "For example 1234/QĐ-UBND");
    public static readonly LocalText Day = new("Ngày ký quyết định", "Day of the decision");
    public static readonly LocalText Remembered = new(
        "Số và ngày dưới đây là của quyết định bạn đã dùng ở lần đồng ý trước trong hôm nay. Hãy sửa nếu hồ sơ này thuộc quyết định khác.",
        "The number and day below are those of your last approval today. Change them if this belongs to another decision.");
    public static readonly LocalText Back = new("Không, quay lại hồ sơ", "No, back to the application");

    public static readonly LocalText AskHint = new(
        "Ghi điều cần bổ sung vào những mục cần bổ sung; mục để trống không bị hỏi. Người nộp chỉ trả lời các mục này.",
        "Write what has to be corrected beside the items it is about; those left empty are not asked for. The applicant answers these alone.");
    public static readonly LocalText AskCheck = new("Sẽ gửi cho người nộp", "This goes to the applicant");
    public static readonly LocalText AskSend = new("Gửi yêu cầu bổ sung", "Send the request");
    public static readonly LocalText AskEdit = new("Sửa lại", "Change it");
    public static readonly LocalText Continue = new("Tiếp tục", "Continue");
    public static readonly LocalText NowStands = new("Hiện nay", "Now");
    public static readonly LocalText AnswerBy = new("Người nộp trả lời trước khi hết", "To be answered by the end of");

    public static readonly LocalText RefuseHint = new(
        "Chọn ít nhất một lý do. Người nộp đọc được nguyên văn. Hồ sơ kết thúc tại đây và không mở lại được.",
        "Choose at least one reason. The applicant reads it word for word. The application ends here and is not opened again.");
    public static readonly LocalText RefuseCheck = new("Người nộp sẽ đọc", "The applicant will read");
    public static readonly LocalText RefuseYes = new("Ghi quyết định không công nhận", "Record the refusal");
    public static readonly LocalText Reasons = new("Lý do không công nhận", "Reasons");
    public static readonly LocalText About = new("Về chỉ số", "About indicator");
    public static readonly LocalText Whole = new("Cả hồ sơ", "The whole application");
    public static readonly LocalText Details = new("Nói rõ", "In your words");

    public static readonly LocalText ConflictTitle = new("Bạn có liên quan đến hồ sơ này?", "Do you have a conflict of interest?");
    public static readonly LocalText ConflictHint = new(
        "Nếu đây là gia đình, dòng họ, cộng đồng hay đơn vị của bạn, hoặc vì lý do khác người dân có thể nghi ngờ, hãy khai tại đây. Bạn sẽ không thấy hồ sơ này nữa và người khác sẽ xét.",
        "If it is your own family, clan, community or unit, or people could doubt you for another reason, say so here. You will not see the application any more, and others decide it.");
    public static readonly LocalText ConflictKind = new("Quan hệ", "What it is");
    public static readonly LocalText ConflictReason = new("Nói rõ", "In your words");
    public static readonly LocalText ConflictYes = new("Tôi không xét hồ sơ này", "I do not decide this application");
    public static readonly LocalText ConflictNo = new("Không liên quan, mở hồ sơ", "No conflict, open the application");

    public static readonly LocalText BulkTitle = new("Đồng ý nhiều hồ sơ", "Approve several applications");
    public static readonly LocalText BulkHint = new("Bỏ dấu ở những hồ sơ bạn chưa muốn đồng ý. Đã đồng ý thì không rút lại được.", "Take the mark off those you want to leave out. An approval cannot be undone.");
    public static readonly LocalText BulkYes = new("Đồng ý các hồ sơ được đánh dấu", "Approve the marked ones");
    public static readonly LocalText BulkBack = new("Không, về danh sách", "No, back to the list");
    public static readonly LocalText BulkExcluded = new("Không thể đồng ý", "These cannot be approved");
    public static readonly LocalText BulkNone = new("Không có hồ sơ nào đồng ý được.", "None of them can be approved.");
    public static readonly LocalText BulkDone = new("Kết quả", "Results");
    public static readonly LocalText BulkApproved = new("Đã đồng ý", "Approved");
    public static readonly LocalText BulkRefused = new("Chưa đồng ý được vì quy định", "Not approved, because of a rule");
    public static readonly LocalText BulkElsewhere = new("Đã có thay đổi trước đó", "Somebody was first");
    public static readonly LocalText ToQueue = new("Về danh sách", "Back to the queue");

    public static readonly LocalText KeysTitle = new("Phím tắt", "Keyboard shortcuts");
    public static readonly LocalText KeysHint = new(
        "Mọi việc đều làm được bằng Tab, Enter và phím cách. Các phím dưới đây chỉ giúp nhanh hơn. Nếu bạn dùng phần mềm đọc màn hình hoặc ra lệnh bằng giọng nói, hãy tắt đi.",
        "Everything can be done with Tab, Enter and Space. The keys below only make it quicker. If you use a screen reader or speak to your computer, switch them off.");
    public static readonly LocalText KeysOn = new("Phím tắt đang bật.", "Shortcuts are on.");
    public static readonly LocalText KeysOff = new("Phím tắt đang tắt.", "Shortcuts are off.");
    public static readonly LocalText TurnOn = new("Bật phím tắt", "Switch them on");
    public static readonly LocalText TurnOff = new("Tắt phím tắt", "Switch them off");
    public static readonly LocalText Key = new("Phím", "Key");
    public static readonly LocalText Does = new("Tác dụng", "What it does");
}
