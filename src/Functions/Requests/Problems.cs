using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Requests;

/// <summary>The catalogue of everything a caller can be told: a stable code, an HTTP status, a text in Vietnamese and in English.</summary>
public static class Problems
{
    /// <param name="Code">Stable; part of the API.</param>
    public sealed record Problem(string Code, int Status, LocalText Title);

    public static readonly Problem MalformedJson = new("malformed_json", 400, new("Nội dung gửi lên không phải JSON đúng.", "The body is not valid JSON."));
    public static readonly Problem BodyMissing = new("body_missing", 400, new("Thiếu nội dung.", "The body is missing."));
    public static readonly Problem BodyTooLarge = new("body_too_large", 413, new("Nội dung gửi lên quá lớn (tối đa 256 KB).", "The body is too large (up to 256 KB)."));
    public static readonly Problem NotJson = new("not_json", 415, new("Nội dung phải là application/json.", "The body must be application/json."));
    public static readonly Problem KeyMissing = new("idempotency_key_missing", 400, new("Thiếu tiêu đề Idempotency-Key (8 đến 64 ký tự).", "The header Idempotency-Key is missing (8 to 64 characters)."));
    public static readonly Problem KeyReused = new("idempotency_key_reused", 422, new("Idempotency-Key này đã dùng cho một hồ sơ khác.", "This Idempotency-Key was used for another submission."));
    public static readonly Problem SignInNeeded = new("sign_in_needed", 401, new("Cần đăng nhập, hoặc bốn số cuối của điện thoại đã khai.", "Sign in, or give the last four digits of the phone."));
    public static readonly Problem TokenNotBelieved = new("token_not_believed", 401, new("Mã truy cập không hợp lệ hoặc đã hết hạn. Xin đăng nhập lại.", "The access token is not valid, or no longer. Please sign in again."));
    public static readonly Problem CrossSite = new("cross_site", 403, new("Yêu cầu không đến từ trang của hệ thống này.", "The request does not come from a page of this site."));
    public static readonly Problem NoAuthority = new("no_authority", 403, new("Bạn chưa được giao thẩm quyền cho việc này.", "You have not been given the authority for this."));
    public static readonly Problem SignInFailed = new("sign_in_failed", 400, new("Đăng nhập không thành công. Xin đăng nhập lại từ đầu.", "The sign-in did not succeed. Please start it again."));
    public static readonly Problem SignInDenied = new("sign_in_denied", 403, new("Việc đăng nhập chưa được đồng ý, hoặc nhà cung cấp định danh không cho phép.", "You did not agree to sign in, or the identity provider did not allow it."));
    public static readonly Problem SignInExpired = new("sign_in_expired", 400, new("Lần đăng nhập này đã để quá lâu hoặc bắt đầu ở trình duyệt khác. Xin đăng nhập lại từ đầu.", "This sign-in was left for too long, or begun in another browser. Please start it again."));
    public static readonly Problem SignInUnavailable = new("sign_in_unavailable", 503, new("Hiện chưa đăng nhập được: nhà cung cấp định danh không trả lời hoặc chưa được cấu hình.", "Nobody can sign in for the moment: the identity provider does not answer, or none is set."));
    public static readonly Problem UnknownPerson = new("unknown_person", 404, new("Không có người này.", "There is no such person."));
    public static readonly Problem OutsideArea = new("outside_area", 403, new("Bạn không có thẩm quyền ở đơn vị này.", "You have no authority in this unit."));
    public static readonly Problem UnknownDraft = new("unknown_draft", 404, new("Không tìm thấy hồ sơ nháp với mã và số điện thoại này.", "There is no draft with this code and this phone number."));
    public static readonly Problem DraftFiled = new("draft_filed", 409, new("Hồ sơ nháp này đã được nộp.", "This draft has been filed."));
    public static readonly Problem DraftIncomplete = new("draft_incomplete", 422, new("Còn câu hỏi chưa trả lời.", "Some questions are not answered yet."));
    public static readonly Problem UnknownDossier = new("unknown_dossier", 404, new("Không tìm thấy hồ sơ.", "There is no such application."));
    public static readonly Problem UnknownCertificate = new("unknown_certificate", 404, new("Sổ đăng ký không có số này.", "The register does not hold this number."));
    public static readonly Problem UnknownAddress = new("unknown_address", 404, new("Không có gì ở địa chỉ này.", "There is nothing at this address."));
    public static readonly Problem FormExpired = new("form_expired", 400, new("Trang này đã để quá lâu. Xin mở lại và gửi lần nữa.", "The page was open for too long. Please open it again and send it once more."));
    public static readonly Problem CaseClosed = new("case_closed", 401, new("Hồ sơ đã được đóng trên máy này vì để lâu không dùng.", "The application was closed on this device: it was not used for a while."));
    public static readonly Problem AnotherOpened = new("another_opened", 409, new("Hồ sơ khác đang mở trong cửa sổ khác. Chưa có gì thay đổi; xin xem lại đang làm hồ sơ nào.", "You have opened another application in another window. Nothing was changed; please look which one you are working on."));
    public static readonly Problem Failed = new("failed", 500, new("Hệ thống gặp lỗi. Xin thử lại sau ít phút.", "Something went wrong with the service. Please try again in a few minutes."));
    public static readonly Problem UnknownUnit = new("unknown_unit", 404, new("Không có đơn vị hành chính này.", "There is no such administrative unit."));
    public static readonly Problem UnknownQueue = new("unknown_queue", 404, new("Không có danh sách chờ này.", "There is no such queue."));
    public static readonly Problem UnknownCriteriaSet = new("unknown_criteria_set", 404, new("Không có bộ tiêu chí này.", "There is no such criteria set."));
    public static readonly Problem NoCertificate = new("no_certificate", 404, new("Hồ sơ chưa có giấy chứng nhận.", "There is no certificate yet."));
    public static readonly Problem Erased = new("erased", 410, new("Dữ liệu của hồ sơ này đã được xóa theo yêu cầu của pháp luật về bảo vệ dữ liệu cá nhân.", "The data of this application have been erased under the law on personal data."));
    public static readonly Problem TooManyRequests = new("too_many_requests", 429, new("Có quá nhiều yêu cầu hoặc quá nhiều lần nhập sai. Xin đợi rồi thử lại.", "There were too many requests, or too many wrong tries. Please wait and try again."));
    public static readonly Problem UnknownNotification = new("unknown_notification", 404, new("Không có thông báo này.", "There is no such notification."));
    public static readonly Problem NotFailed = new("not_failed", 409, new("Thông báo này không nằm trong danh sách chưa gửi được.", "This notification is not on the list of failures."));
    public static readonly Problem NoMailbox = new("no_mailbox", 404, new("Ở đây không có hộp thư thử.", "There is no trial mailbox here."));
    public static readonly Problem DossiersExhausted = new("dossiers_exhausted", 503, new("Hôm nay cơ quan này đã hết số hồ sơ. Xin nộp lại vào ngày mai.", "This office has no dossier numbers left today. Please submit again tomorrow."));
    public static readonly Problem StorageUnavailable = new("storage_unavailable", 503, new("Hệ thống lưu trữ tạm thời không trả lời. Xin thử lại; gửi lại không tạo hồ sơ thứ hai.", "Storage does not answer for the moment. Please try again; trying again makes no second application."));
    public static readonly Problem NotYours = new("not_yours_to_claim", 403, new("Hồ sơ này không chờ bạn quyết định.", "This application does not wait for you."));
    public static readonly Problem Claimed = new("claimed", 409, new("Đồng nghiệp đã nhận xử lý hồ sơ này.", "A colleague is looking at this application already."));
    public static readonly Problem Contended = new("contended", 409, new("Hồ sơ đang được người khác cập nhật. Xin thử lại.", "Somebody else is changing this application. Please try again."));

    private static readonly Dictionary<string, Problem> Refusals = new Problem[]
    {
        new(RefusalCodes.InvalidInput, 422, new("Một số nội dung chưa đúng.", "Some of the input is not valid.")),
        new(RefusalCodes.TitleNotReached, 422, new("Chưa đạt điều kiện của danh hiệu.", "The conditions of the title are not reached.")),
        new(RefusalCodes.ReviewerScoreTooLow, 422, new("Kết quả thẩm định của chính cấp này chưa đạt điều kiện của danh hiệu.", "The reviewer's own scoring of this stage does not reach the title.")),
        new(RefusalCodes.NotYourStage, 403, new("Bước này không thuộc thẩm quyền của bạn.", "You have no authority over this stage.")),
        new(RefusalCodes.OwnAuthority, 403, new("Không ai tự giao, tự chấm dứt thẩm quyền hay tự gỡ mối liên hệ của mình.", "Nobody grants or ends his own authority, or removes what he belongs to.")),
        new(RefusalCodes.RolesIncompatible, 409, new("Quản trị viên và người kiểm tra không đồng thời xét hồ sơ. Hãy chấm dứt thẩm quyền kia trước.", "Administrators and auditors do not review as well. End the other authority first.")),
        new(RefusalCodes.UnknownGrant, 404, new("Không có thẩm quyền này.", "There is no such authority.")),
        new(RefusalCodes.FourEyes, 403, new("Người nộp hoặc người đã quyết định ở bước trước không được quyết định bước này.", "Whoever submitted or decided an earlier stage may not decide this one.")),
        new(RefusalCodes.Changed, 412, new("Hồ sơ đã thay đổi sau khi bạn mở. Xin xem lại trước khi quyết định.", "The application has changed since you opened it. Please look at it again before you decide.")),
        new(RefusalCodes.WrongStage, 409, new("Hồ sơ đang ở bước khác.", "The application is at another stage.")),
        new(RefusalCodes.AlreadyDecided, 409, new("Bước này đã được quyết định.", "This stage has been decided.")),
        new(RefusalCodes.Withdrawn, 409, new("Hồ sơ đã được rút.", "The application has been withdrawn.")),
        new(RefusalCodes.Lapsed, 409, new("Hồ sơ đã hết hiệu lực vì quá hạn bổ sung.", "The application has lapsed: the correction was not made in time.")),
        new(RefusalCodes.AwaitingCorrection, 409, new("Hồ sơ đang chờ người nộp bổ sung.", "The applicant has been asked to correct the application.")),
        new(RefusalCodes.NotAwaitingCorrection, 409, new("Hồ sơ không có yêu cầu bổ sung.", "No correction is asked for.")),
        new(RefusalCodes.NotInReview, 409, new("Hồ sơ không ở trạng thái đang xét.", "The application is not in review.")),
        new(RefusalCodes.CaseOpen, 409, new("Hồ sơ đang được giải quyết: chỉ xóa được sau khi rút, từ chối hoặc hết hiệu lực.", "The application is still open: it can be erased once it is withdrawn, refused or lapsed.")),
        new(RefusalCodes.CertificateInForce, 409, new("Giấy chứng nhận đang có hiệu lực: pháp luật yêu cầu lưu hồ sơ chứng minh việc công nhận.", "A certificate is in force: the record that shows it was rightly given has to be kept.")),
        new(RefusalCodes.RulesIncomplete, 409, new("Tỉnh chưa quy định đầy đủ nên hiện chưa nhận được hồ sơ này.", "The province has not filled in the rules yet; this application cannot be taken.")),
        new(RefusalCodes.CannotWithdraw, 409, new("Hồ sơ đã có quyết định, không rút được nữa.", "The application has been decided and cannot be withdrawn.")),
        OutsideArea, UnknownDossier,
    }.ToDictionary(problem => problem.Code);

    /// <summary>The whole catalogue, for the documentation and its test.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        MalformedJson, BodyMissing, BodyTooLarge, NotJson, KeyMissing, KeyReused, SignInNeeded, UnknownCertificate, UnknownAddress, UnknownDraft, DraftFiled, DraftIncomplete, FormExpired, CaseClosed, AnotherOpened, UnknownUnit, UnknownQueue, UnknownCriteriaSet,
        NoCertificate, UnknownNotification, NotFailed, NoMailbox, Erased, TooManyRequests, Failed, TokenNotBelieved, CrossSite, NoAuthority, SignInFailed, SignInDenied, SignInExpired, SignInUnavailable, UnknownPerson,
        DossiersExhausted, StorageUnavailable, NotYours, Claimed, Contended, .. Refusals.Values, .. Evidence.EvidenceProblems.All,
    ];

    public static Problem Of(Refusal refusal) => Refusals[refusal.Code];

    public static LocalText TitleOf(Refusal refusal) => Of(refusal).Title;

    public static IResult From(Refusal refusal) => From(Of(refusal), refusal.Faults);

    /// <summary>RFC 9457. <paramref name="faults"/> are all grounds at once.</summary>
    public static IResult From(Problem problem, IReadOnlyList<Fault>? faults = null) => new ProblemResult(problem, faults ?? []);

    /// <summary>A problem that is gone once one begins again at <paramref name="address"/>, which is of this site.</summary>
    public static IResult BeginAgain(Problem problem, string address) => new ProblemResult(problem, [], address);

    /// <summary>A problem as an answer: problem+json, unless somebody on the way to the caller says it in another form.</summary>
    /// <param name="Again">Where a person may begin again; null where nothing but the problem is known.</param>
    public sealed record ProblemResult(Problem Problem, IReadOnlyList<Fault> Faults, string? Again = null) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Results.Json(Body(Problem, Faults), Json.Options, "application/problem+json", Problem.Status).ExecuteAsync(httpContext);
    }

    private static ProblemBody Body(Problem problem, IReadOnlyList<Fault> faults) => new(
        $"urn:title-certification:{problem.Code}", problem.Title.Vi, problem.Status, problem.Code,
        faults is { Count: > 0 } ? string.Join(" ", faults.Select(fault => fault.Text.Vi)) : null,
        new(problem.Title.En, faults is { Count: > 0 } ? string.Join(" ", faults.Select(fault => fault.Text.En)) : null),
        faults is { Count: > 0 } ? [.. faults.Select(fault => new ProblemError(fault.Code, fault.Pointer, fault.Text.Vi, fault.Text.En))] : null);
}
