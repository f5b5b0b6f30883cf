using TitleCertification.Domain.Notifications;

namespace TitleCertification.Domain.Tests.Notifications;

public class QueueDigestTests
{
    private static readonly QueueDigest Digest = new("Huyện Nghĩa Hưng", new(2026, 3, 2), new(2026, 2, 27), 12, 5, 2, 1, new("https://hoctap.namdinh.gov.vn/review"));

    [Fact]
    public void Text_InVietnamese_SaysHowMuchWaitsAndWhatIsLate()
    {
        var text = Digest.Text("vi");

        Assert.Equal("12 hồ sơ chờ xét, 2 quá hạn · Huyện Nghĩa Hưng", text.Subject);
        Assert.Contains("Sáng 02/03/2026, Huyện Nghĩa Hưng có 12 hồ sơ chờ xét.\n- Mới đến từ sáng 27/02/2026: 5\n- Quá hạn: 2\n- Đến hạn hôm nay: 1", text.Body, StringComparison.Ordinal);
        Assert.Contains("https://hoctap.namdinh.gov.vn/review", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_InEnglish_SaysTheSame() => Assert.Contains(
        "holds 12.\n- New since the morning of 27/02/2026: 5\n- Overdue: 2\n- Due today: 1", Digest.Text("en").Body, StringComparison.Ordinal);

    [Fact]
    public void Text_NothingLate_LeavesItOutOfTheSubject()
    {
        Assert.Equal("1 hồ sơ chờ xét · Huyện Nghĩa Hưng", (Digest with { Waiting = 1, Late = 0 }).Text("vi").Subject);
        Assert.Equal("1 application waiting · Huyện Nghĩa Hưng", (Digest with { Waiting = 1, Late = 0 }).Text("en").Subject);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void IsWorthTelling_EmptyQueue_IsNot(int waiting, bool told) => Assert.Equal(told, (Digest with { Waiting = waiting }).IsWorthTelling);
}
