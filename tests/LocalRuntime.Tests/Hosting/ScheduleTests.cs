using System.Globalization;
using TitleCertification.LocalRuntime.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 0 17 * * *", "2026-01-31T16:59:59", "2026-01-31T17:00:00")]
    [InlineData("0 0 17 * * *", "2026-01-31T17:00:00", "2026-02-01T17:00:00")]
    [InlineData("*/20 * * * * *", "2026-01-01T00:00:00", "2026-01-01T00:00:20")]
    [InlineData("0 5/20 * * * *", "2026-01-01T00:06:00", "2026-01-01T00:25:00")]
    [InlineData("30 9 * * 1-5", "2026-01-02T10:00:00", "2026-01-05T09:30:00")]
    [InlineData("0 0 0 * * 5-1", "2026-01-01T00:00:00", "2026-01-02T00:00:00")]
    [InlineData("0 0 0 1 jan *", "2026-01-01T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 0 0 * * Sat", "2026-01-01T00:00:00", "2026-01-03T00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("06:00:00", "2026-01-01T01:30:00", "2026-01-01T07:30:00")]
    public void Next_AfterATime_IsTheFirstFittingOne(string schedule, string after, string next) =>
        Assert.Equal(Utc(next), TimerSchedule.Parse(schedule, Refuse).Next(Utc(after)));

    // Both restrictions hold: the thirteenth, if it is a Friday. Vixie cron would take either.
    [Fact]
    public void Next_DayOfMonthAndDayOfWeek_BothMustFit() =>
        Assert.Equal(Utc("2026-11-13T00:00:00"), TimerSchedule.Parse("0 0 0 13 * 5", Refuse).Next(Utc("2026-03-14T00:00:00")));

    // A range written backwards is turned round, not wrapped: 5-1 is Monday to Friday.
    [Fact]
    public void Next_RangeBackwards_IsTurnedRound() =>
        Assert.Equal(Utc("2026-01-05T00:00:00"), TimerSchedule.Parse("0 0 0 * * 5-1", Refuse).Next(Utc("2026-01-02T00:00:00")));

    [Theory]
    [InlineData("0 0 0 * * 7")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 15W * *")]
    [InlineData("0 0 0 ? * 1")]
    [InlineData("0 0 0 * * 1#2")]
    [InlineData("@daily")]
    [InlineData("60 * * * * *")]
    [InlineData("0 0 24 * * *")]
    [InlineData("0 0 0 0 * *")]
    [InlineData("0 0 0 * * * 2026")]
    [InlineData("* * * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("1,,2 * * * * *")]
    [InlineData("-1 * * * * *")]
    [InlineData("")]
    [InlineData("00:00:00")]
    [InlineData("0 0 0 31 4 *")]
    public void Parse_NoNcrontabExpression_IsRefused(string schedule) => Assert.Throws<StartupException>(() => TimerSchedule.Parse(schedule, Refuse));

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("*/30 * * * * *", false)]
    [InlineData("0 0 0 * * *", true)]
    [InlineData("00:00:59", false)]
    [InlineData("00:01:00", true)]
    public void Monitored_OncePerMinuteOrRarer_Only(string schedule, bool monitored) =>
        Assert.Equal(monitored, TimerSchedule.Parse(schedule, Refuse).Monitored);

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static StartupException Refuse(string reason) => new(reason);
}
