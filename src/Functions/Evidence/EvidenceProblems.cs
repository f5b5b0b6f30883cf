using TitleCertification.Domain.Applications;
using static TitleCertification.Functions.Requests.Problems;

namespace TitleCertification.Functions.Evidence;

/// <summary>The part of the catalogue that speaks of evidence.</summary>
public static class EvidenceProblems
{
    public static readonly Problem TicketUnknown = new("evidence_ticket_unknown", 404, new("Vé tải tệp không đúng hoặc đã hết hạn.", "The ticket for evidence is not known, or has expired."));
    public static readonly Problem TicketUsed = new("evidence_ticket_used", 409, new("Hồ sơ của vé này đã nộp, không tải thêm tệp được.", "The application of this ticket has been submitted; no more files can be added."));
    public static readonly Problem UploadUnknown = new("upload_unknown", 404, new("Không có lần tải lên này.", "There is no such upload."));
    public static readonly Problem UploadHeaderWrong = new("upload_header_wrong", 400, new("Tiêu đề của yêu cầu tải lên chưa đúng.", "A header of the upload is missing or wrong."));
    public static readonly Problem UploadVersion = new("upload_version", 412, new("Chỉ hỗ trợ Tus-Resumable 1.0.0.", "Only Tus-Resumable 1.0.0 is spoken here."));
    public static readonly Problem OffsetWrong = new("upload_offset_wrong", 409, new("Phần gửi lên không nối tiếp phần đã nhận.", "This piece does not follow what has been received."));
    public static readonly Problem ChecksumWrong = new("upload_checksum_wrong", 460, new("Phần gửi lên bị sai lệch trên đường truyền. Xin gửi lại.", "The piece was damaged on its way. Please send it again."));
    public static readonly Problem PieceTooLarge = new("upload_piece_too_large", 413, new("Mỗi phần tối đa 1 MB.", "A piece has up to 1 MB."));
    public static readonly Problem PieceWrong = new("upload_piece_wrong", 400, new("Mỗi phần từ 32 KB, trừ phần cuối, và không vượt quá tệp đã báo.", "A piece has at least 32 KB unless it is the last, and does not go beyond the file as announced."));
    public static readonly Problem FormWrong = new("evidence_form_wrong", 400, new("Biểu mẫu phải có đúng một tệp, trong ô “file”.", "The form must hold exactly one file, in the field “file”."));
    public static readonly Problem FileTooLarge = new("evidence_too_large", 413, new("Tệp quá lớn (tối đa 10 MB). Xin chọn tệp nhỏ hơn, hoặc chụp lại với cỡ ảnh nhỏ hơn.", "The file is too large (up to 10 MB). Please choose a smaller one, or take the photo again in a smaller size."));
    public static readonly Problem Quota = new("evidence_quota", 422, new("Hồ sơ có tối đa 20 tệp, tổng cộng 50 MB. Xin bỏ bớt tệp không cần.", "An application has up to 20 files, 50 MB together. Please leave out what is not needed."));
    public static readonly Problem Empty = new("evidence_empty", 422, new("Tệp trống. Xin chọn lại tệp.", "The file is empty. Please choose the file again."));
    public static readonly Problem TypeRefused = new("evidence_type_refused", 422, new("Chỉ nhận ảnh JPEG, PNG, WebP và tệp PDF. Với giấy tờ khác, xin chụp ảnh hoặc lưu thành PDF.", "Only JPEG, PNG and WebP images and PDF files are taken. Please take a photo of other documents, or save them as PDF."));
    public static readonly Problem Damaged = new("evidence_damaged", 422, new("Tệp bị hỏng hoặc không đầy đủ. Xin chọn lại tệp gốc, hoặc chụp lại.", "The file is damaged or incomplete. Please choose the original again, or take the photo again."));
    public static readonly Problem ImageTooLarge = new("evidence_image_too_large", 422, new("Ảnh có quá nhiều điểm ảnh. Xin chụp lại với cỡ ảnh nhỏ hơn.", "The image has too many pixels. Please take it again in a smaller size."));
    public static readonly Problem PdfUnsafe = new("evidence_pdf_unsafe", 422, new("Tệp PDF chứa nội dung không được phép. Xin in ra PDF mới, hoặc chụp ảnh từng trang.", "The PDF holds something that is not allowed. Please print it to a new PDF, or take a photo of each page."));
    public static readonly Problem Infected = new("evidence_infected", 422, new("Phần mềm diệt vi-rút đã từ chối tệp này. Xin không gửi lại tệp này; hãy chụp ảnh giấy tờ gốc.", "The virus scanner has refused this file. Please do not send it again; take a photo of the paper instead."));
    public static readonly Problem ScannerUnavailable = new("scanner_unavailable", 503, new("Chưa quét được vi-rút. Xin thử lại sau ít phút; phần đã gửi không mất.", "The virus scanner does not answer. Please try again in a few minutes; what was sent is not lost."));
    public static readonly Problem EvidenceUnknown = new("evidence_unknown", 404, new("Không có tệp minh chứng này.", "There is no such file."));

    public static IReadOnlyList<Problem> All { get; } =
    [
        TicketUnknown, TicketUsed, UploadUnknown, UploadHeaderWrong, UploadVersion, OffsetWrong, ChecksumWrong, PieceTooLarge, PieceWrong, FormWrong, FileTooLarge, Quota, Empty, TypeRefused,
        Damaged, ImageTooLarge, PdfUnsafe, Infected, ScannerUnavailable, EvidenceUnknown,
    ];

    private static readonly Dictionary<string, Problem> ByCode = All.ToDictionary(problem => problem.Code);

    public static Problem Of(Refusal refusal) => ByCode[refusal.Code];

    internal static Refusal Because(this Problem problem, params IReadOnlyList<Fault> faults) => new(problem.Code, faults);

    internal static Fault Fault(string code, string vi, string en) => new(code, "", new(vi, en));
}
