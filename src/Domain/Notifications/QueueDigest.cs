using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Notifications;

/// <summary>What waits for an office on the morning of a working day: one letter instead of one for each case that arrives.</summary>
/// <param name="Since">The working day before: the last letter was of its morning.</param>
/// <param name="New">Of those that wait: come to the office since then.</param>
/// <param name="Late">Of those that wait: past their due day.</param>
/// <param name="DueToday">Of those that wait: due at the end of the day.</param>
/// <param name="Queue">Where they are, for whoever signs in. Nothing of any case is in it.</param>
public sealed record QueueDigest(string Office, DateOnly Day, DateOnly Since, int Waiting, int New, int Late, int DueToday, Uri Queue)
{
    /// <summary>An office with an empty queue is left in peace.</summary>
    public bool IsWorthTelling => Waiting > 0;

    public NoticeText Text(string language)
    {
        var (day, since) = (VietnameseDates.Numeric(Day), VietnameseDates.Numeric(Since));
        var counted = new LocalText(
            $"{Waiting} hồ sơ chờ xét{(Late > 0 ? $", {Late} quá hạn" : "")}",
            $"{Waiting} application{(Waiting == 1 ? "" : "s")} waiting{(Late > 0 ? $", {Late} overdue" : "")}");
        var body = new LocalText(
            $"Sáng {day}, {Office} có {Waiting} hồ sơ chờ xét.\n- Mới đến từ sáng {since}: {New}\n- Quá hạn: {Late}\n- Đến hạn hôm nay: {DueToday}\n\nMở danh sách: {Queue}\n\nThư này được gửi tự động vào mỗi sáng ngày làm việc khi có hồ sơ chờ.",
            $"On the morning of {day} the queue of {Office} holds {Waiting}.\n- New since the morning of {since}: {New}\n- Overdue: {Late}\n- Due today: {DueToday}\n\nOpen the queue: {Queue}\n\nThis message is sent automatically on the morning of each working day while there is something in the queue.");
        return new(SmsText.Shorten($"{counted.In(language)} · {Office}", NoticeLengths.Subject), body.In(language), "");
    }
}
