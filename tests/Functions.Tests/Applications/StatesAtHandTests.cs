using Microsoft.Extensions.Time.Testing;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Tests.Applications;

public sealed class StatesAtHandTests
{
    private readonly FakeTimeProvider clock = new();

    private StatesAtHand<string> Hand => field ??= new(open: 3, closed: 2, clock);

    [Fact]
    public void Set_MoreThanThereIsRoomFor_KeepsTheLast()
    {
        for (var i = 1; i <= 1_000; i++)
            Hand.Set(Case(i), $"{i}", isClosed: false);

        Assert.Equal([null, "998", "999", "1000"], Enumerable.Range(997, 4).Select(i => Hand.Get(Case(i))));
    }

    [Fact]
    public void Set_ManyThatAreClosed_LeaveThoseThatAreOpen()
    {
        Hand.Set(Case(1), "open", isClosed: false);

        for (var i = 2; i <= 100; i++)
            Hand.Set(Case(i), "closed", isClosed: true);

        Assert.Equal("open", Hand.Get(Case(1)));
    }

    [Fact]
    public void Set_OneThatCloses_IsThereOnce()
    {
        Hand.Set(Case(1), "open", isClosed: false);
        Hand.Set(Case(1), "closed", isClosed: true);
        Assert.Equal("closed", Hand.Get(Case(1)));

        Hand.Remove(Case(1));
        Assert.Null(Hand.Get(Case(1)));
    }

    [Fact]
    public void Get_AfterTenMinutes_HasNothing()
    {
        Hand.Set(Case(1), "open", isClosed: false);

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("open", Hand.Get(Case(1)));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(Hand.Get(Case(1)));
    }

    private static DossierNumber Case(int number) => DossierNumber.Parse($"H40.361-261126-{number:D4}", null);
}
