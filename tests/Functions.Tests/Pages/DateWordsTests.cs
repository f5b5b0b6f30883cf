using TitleCertification.Portal;

namespace TitleCertification.Functions.Tests.Pages;

public sealed class DateWordsTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);

    [Fact]
    public void Due_DaysLeft_SaysHowManyAndUntilWhen()
    {
        var due = DateWords.Due(Friday, Friday.AddDays(-3), 3);

        Assert.Equal("Còn 3 ngày làm việc, đến hết thứ Sáu 04/12/2026", due.Vi);
        Assert.Equal("3 working days left, until the end of Friday 4 December 2026", due.En);
        Assert.Contains("1 working day left", DateWords.Due(Friday, Friday.AddDays(-1), 1).En, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_OnTheDayAndAfterIt_SaysSo()
    {
        Assert.Equal("Hạn là hôm nay, hết thứ Sáu 04/12/2026", DateWords.Due(Friday, Friday, 0).Vi);
        Assert.Equal("Đã quá hạn, hạn là hết thứ Sáu 04/12/2026", DateWords.Due(Friday, Friday.AddDays(1), 0).Vi);
    }

    [Theory]
    [InlineData(0, "thứ Hai 30/11/2026")]
    [InlineData(6, "Chủ nhật 06/12/2026")]
    public void WithWeekday_EachDay_IsNamedTheVietnameseWay(int after, string expected) => Assert.Equal(expected, DateWords.WithWeekday(new DateOnly(2026, 11, 30).AddDays(after)).Vi);
}
