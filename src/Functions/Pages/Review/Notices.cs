using TitleCertification.Domain.Applications;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>What the queue says after something was done. The address names it by a code and a dossier number, and nothing else of what it holds is shown.</summary>
internal static class Notices
{
    public const string Approved = "approved";
    public const string Asked = "asked";
    public const string Refused = "refused";
    public const string Conflict = "conflict";
    public const string Scored = "scored";
    public const string Taken = "taken";
    public const string Released = "released";
    public const string SomeNotTaken = "some-taken";
    public const string NotTaken = "not-taken";
    public const string NothingPicked = "none";
    public const string TooMany = "too-many";

    public static QueueNotice? Of(string? what, string? dossier) => (what, DossierNumber.TryParse(dossier, out var number) ? number.ToString() : null) switch
    {
        (Approved, { } of) => Said($"Đã đồng ý hồ sơ {of}.", $"Application {of} is approved."),
        (Asked, { } of) => Said($"Đã gửi yêu cầu bổ sung hồ sơ {of}.", $"The correction of application {of} has been asked for."),
        (Refused, { } of) => Said($"Đã ghi quyết định không công nhận hồ sơ {of}.", $"Application {of} is refused."),
        (Conflict, { } of) => Said($"Đã ghi nhận bạn có liên quan đến hồ sơ {of}. Hồ sơ được chuyển cho người khác.", $"Your conflict with application {of} is recorded. Others decide it."),
        (Scored, _) => Said("Đã lưu điểm thẩm định.", "Your scores are saved."),
        (Taken, _) => Said("Đã ghi bạn nhận xử lý. Sau 8 giờ, ghi nhận này tự hết.", "Marked as taken by you. The mark ends by itself after 8 hours."),
        (Released, _) => Said("Đã thôi nhận xử lý.", "Given back."),
        (SomeNotTaken, _) => Warned("Một số hồ sơ đã có đồng nghiệp nhận hoặc không còn chờ bạn; các hồ sơ khác đã được ghi.", "Some are taken by colleagues or no longer wait for you; the others are marked."),
        (NotTaken, _) => Warned("Đồng nghiệp đã nhận hồ sơ này, hoặc hồ sơ không còn chờ bạn.", "A colleague has taken it, or it does not wait for you any more."),
        (NothingPicked, _) => Warned("Chưa chọn hồ sơ nào.", "Nothing is selected."),
        (TooMany, _) => Warned("Mỗi lần chọn được nhiều nhất 100 hồ sơ. 100 hồ sơ đầu tiên đang được chọn.", "Up to 100 applications can be selected at once. The first 100 are."),
        _ => null,
    };

    private static QueueNotice Said(string vi, string en) => new(new(vi, en), Warns: false);

    private static QueueNotice Warned(string vi, string en) => new(new(vi, en), Warns: true);
}
