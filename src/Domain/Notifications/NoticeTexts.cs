using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>
/// The texts of all messages. Text messages carry the dossier number, days and an address, never a name or a reason: they are short, and are read on a locked
/// screen. <see cref="NoticeLengths"/> holds what they may be at most.
/// </summary>
public static class NoticeTexts
{
    /// <summary>What there is to tell of a case.</summary>
    public static IReadOnlyList<NoticeKind> Kinds { get; } = [.. Enum.GetValues<NoticeKind>().Where(kind => kind is not NoticeKind.QueueDigest)];

    public static NoticeText Of(NoticeKind kind, string language, NoticeFacts facts)
    {
        var (paragraphs, sms) = Parts(kind, facts);
        var text = facts.Title.In(language);
        var (dossier, holder, track) = language == LanguageCode.English
            ? ("Application", "Holder", "Follow the application")
            : ("Hồ sơ", "Đề nghị công nhận", "Theo dõi hồ sơ");
        var body = string.Join("\n\n",
        [
            $"{dossier} {facts.Dossier}: {text}\n{holder}: {facts.Holder}",
            .. paragraphs.Select(paragraph => paragraph.In(language)).Where(paragraph => paragraph.Length > 0),
            $"{track}: {facts.Track}",
            Signature.In(language),
        ]);
        return new(
            SmsText.Shorten($"{NoticeHeadlines.Of(kind).In(language)} · {facts.Dossier}", NoticeLengths.Subject),
            body.Length <= NoticeLengths.Body ? body : $"{SmsText.Shorten(body, NoticeLengths.Body)}\n\n{track}: {facts.Track}",
            sms.In(language));
    }

    private static readonly LocalText Signature = new(
        "Thư này được gửi tự động. Xin không trả lời thư này.",
        "This message was sent automatically. Please do not reply.");

    private static (IReadOnlyList<LocalText> Paragraphs, LocalText Sms) Parts(NoticeKind kind, NoticeFacts facts)
    {
        var (dossier, track, day) = (facts.Dossier, facts.Track, facts.Due is { } due ? VietnameseDates.Numeric(due) : null);
        return kind switch
        {
            NoticeKind.Received => (
                [
                    new($"{facts.Office} đã tiếp nhận hồ sơ.", $"{facts.Office} has received the application."),
                    day is null ? Nothing : new($"Hạn xem xét: hết ngày {day}.", $"To be reviewed by the end of {day}."),
                    new("Xin giữ số hồ sơ: dùng số này và bốn số cuối của điện thoại để theo dõi.", "Please keep the number: with it and the last four digits of your phone you can follow the application."),
                ],
                day is null
                    ? new($"Hồ sơ {dossier} đã được tiếp nhận. Theo dõi: {track}", $"Application {dossier} has been received. Follow it: {track}")
                    : new($"Hồ sơ {dossier} đã được tiếp nhận, hạn xem xét {day}. Theo dõi: {track}", $"Application {dossier} has been received, to be reviewed by {day}. Follow it: {track}")),
            NoticeKind.CorrectionRequested => (
                [
                    new($"{facts.Office} đề nghị bổ sung các mục sau, chậm nhất hết ngày {day}:", $"{facts.Office} asks you to correct the following by the end of {day}:"),
                    List((facts.Items ?? []).Select(item => Name(item.Item) is var name ? new LocalText($"{name.Vi}: {item.Reason}", $"{name.En}: {item.Reason}") : Nothing)),
                    new("Chỉ cần bổ sung các mục này. Quá hạn, hồ sơ hết hiệu lực.", "Only these items need an answer. After that day the application lapses."),
                ],
                new($"Hồ sơ {dossier} cần bổ sung {facts.Items?.Count} mục, hạn {day}. Xem: {track}", $"Application {dossier}: {facts.Items?.Count} to correct by {day}. See {track}")),
            NoticeKind.CorrectionReminder => (
                [new($"Hồ sơ vẫn chờ bổ sung, hạn cuối là hết ngày {day}. Quá hạn, hồ sơ hết hiệu lực.", $"The application still waits for your correction, by the end of {day}. After that day it lapses.")],
                new($"Hồ sơ {dossier} chờ bổ sung, hạn cuối {day}. Xem: {track}", $"Application {dossier} waits for your correction by {day}. See {track}")),
            NoticeKind.CorrectionAnswered => (
                [
                    new("Nội dung bổ sung đã được nhận; việc xem xét tiếp tục.", "Your correction has been received; the review goes on."),
                    day is null ? Nothing : new($"Hạn xem xét: hết ngày {day}.", $"To be reviewed by the end of {day}."),
                ],
                new($"Đã nhận bổ sung của hồ sơ {dossier}. Theo dõi: {track}", $"The correction of application {dossier} has been received. Follow it: {track}")),
            NoticeKind.Refused => (
                [
                    new($"{facts.Office} không công nhận danh hiệu, với lý do:", $"{facts.Office} does not recognise the title, for these reasons:"),
                    List((facts.Reasons ?? []).Select(reason => new LocalText(reason, reason))),
                ],
                new($"Hồ sơ {dossier} đã có kết quả: không công nhận. Xem lý do: {track}", $"Application {dossier} has been decided: not recognised. See the reasons: {track}")),
            NoticeKind.Certified => (
                [
                    new($"Danh hiệu đã được công nhận. Giấy chứng nhận số {facts.Register} có tại địa chỉ theo dõi hồ sơ.", $"The title has been recognised. Certificate {facts.Register} is at the address where you follow the application."),
                    facts.Verify is null ? Nothing : new($"Ai cũng có thể kiểm tra giấy chứng nhận tại: {facts.Verify}", $"Anybody can check the certificate at: {facts.Verify}"),
                ],
                new($"Hồ sơ {dossier} đã được công nhận, giấy chứng nhận {facts.Register}. Nhận tại: {track}", $"Application {dossier} has been recognised, certificate {facts.Register}. Get it: {track}")),
            NoticeKind.Lapsed => (
                [new("Hồ sơ hết hiệu lực vì không được bổ sung trong thời hạn. Có thể nộp hồ sơ mới bất cứ lúc nào.", "The application has lapsed because it was not corrected in time. A new one can be submitted at any time.")],
                new($"Hồ sơ {dossier} đã hết hiệu lực vì quá hạn bổ sung. Xem: {track}", $"Application {dossier} has lapsed: it was not corrected in time. See {track}")),
            NoticeKind.Withdrawn => (
                [new("Hồ sơ đã được rút theo yêu cầu. Nếu ông/bà không yêu cầu, xin báo ngay cho cơ quan tiếp nhận.", "The application has been withdrawn as asked. If it was not you, please tell the receiving office at once.")],
                new($"Hồ sơ {dossier} đã được rút theo yêu cầu. Xem: {track}", $"Application {dossier} has been withdrawn as asked. See {track}")),
            NoticeKind.ReviewReminder => (
                [new($"Hồ sơ đang chờ {facts.Office} quyết định, hạn hết ngày {day}.", $"The application waits for the decision of {facts.Office}, due by the end of {day}.")],
                new($"Hồ sơ {dossier} đến hạn {day}. {track}", $"Application {dossier} is due {day}. {track}")),
            NoticeKind.StageOverdue => (
                [new($"Hồ sơ đang ở {facts.Office} đã quá hạn: phải quyết định chậm nhất hết ngày {day}.", $"The application at {facts.Office} is overdue: it was due by the end of {day}.")],
                new($"Hồ sơ {dossier} đã quá hạn {day}. {track}", $"Application {dossier} is overdue since {day}. {track}")),
            NoticeKind.StageMoved => (
                [
                    facts.Decree is { } decree
                        ? new($"{facts.Office} tiếp tục xem xét hồ sơ, vì cơ quan trước đó không còn theo {decree}.", $"{facts.Office} goes on with the review: the body before has ended under {decree}.")
                        : new($"{facts.Office} tiếp tục xem xét hồ sơ thay cho cơ quan trước đó.", $"{facts.Office} goes on with the review in place of the body before."),
                    day is null ? Nothing : new($"Hạn xem xét không đổi: hết ngày {day}.", $"The due day stays: the end of {day}."),
                ],
                new($"Hồ sơ {dossier} được chuyển sang cơ quan khác xem xét, hạn không đổi. Xem: {track}", $"Application {dossier} is reviewed by another body now, the due day stays. See {track}")),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a text."),
        };
    }

    private static readonly LocalText Nothing = new("", "");

    private static LocalText List(IEnumerable<LocalText> lines)
    {
        var all = lines.ToList();
        return new(string.Join('\n', all.Select(line => $"- {line.Vi}")), string.Join('\n', all.Select(line => $"- {line.En}")));
    }

    private static LocalText Name(string item) => item switch
    {
        Correcting.HolderName => new("Tên ghi trên giấy chứng nhận", "Name on the certificate"),
        Correcting.HolderAddress => new("Địa chỉ", "Address"),
        Correcting.RepresentativeName => new("Tên người đại diện", "Name of the representative"),
        _ => Correcting.IndicatorOf(item) is { } code ? new($"Chỉ số {code}", $"Indicator {code}") : new(item, item),
    };
}
