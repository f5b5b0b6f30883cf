using TitleCertification.Domain.Notifications;

namespace TitleCertification.Domain.Tests.Notifications;

public class RetryPlanTests
{
    [Fact]
    public void PauseAfter_EveryAttempt_GrowsAndEndsAfterTwoDays()
    {
        var pauses = Enumerable.Range(1, 100).Select(attempts => RetryPlan.PauseAfter(attempts)).TakeWhile(pause => pause is not null).Select(pause => pause!.Value).ToList();

        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause), TimeSpan.FromDays(1.5), TimeSpan.FromDays(2.5));
    }

    [Theory]
    [InlineData(10, 60)]
    [InlineData(600, 600)]
    [InlineData(1_000_000, 86_400)]
    public void PauseAfter_ProviderAsks_WaitsAtLeastOursAndAtMostADay(int asked, int expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), RetryPlan.PauseAfter(1, TimeSpan.FromSeconds(asked)));
}
