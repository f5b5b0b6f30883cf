using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Tests.Review;

public class ClaimsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Lan = new("lan", "Lan", []);
    private static readonly Actor Binh = new("binh", "Bình", []);

    [Fact]
    public void Take_Free_IsMarkedForEightHours()
    {
        var (claims, others) = Claims.None.Take(["a", "b"], Lan, Now);

        Assert.Empty(others);
        Assert.Equal("lan", claims.On("b", Now)!.Person);
        Assert.NotNull(claims.On("a", Now + Claims.Lasting - TimeSpan.FromTicks(1)));
        Assert.Null(claims.On("a", Now + Claims.Lasting));
    }

    [Fact]
    public void Take_SomeTakenByAnother_TakesTheOthersAndSaysWhose()
    {
        var (claims, others) = Claims.None.Take(["a"], Binh, Now).Claims.Take(["a", "b"], Lan, Now);

        Assert.Equal(("a", "binh"), (Assert.Single(others).Dossier, others[0].Person));
        Assert.Equal(("binh", "lan"), (claims.On("a", Now)!.Person, claims.On("b", Now)!.Person));
    }

    [Fact]
    public void Take_AfterAnothersHasEnded_IsMine()
    {
        var (claims, others) = Claims.None.Take(["a"], Binh, Now).Claims.Take(["a"], Lan, Now + Claims.Lasting);

        Assert.Empty(others);
        Assert.Equal("lan", Assert.Single(claims.All).Person);
    }

    [Fact]
    public void Take_MineAgain_BeginsAnewAndStandsOnce()
    {
        var later = Now.AddHours(3);
        var claims = Claims.None.Take(["a"], Lan, Now).Claims.Take(["a"], Lan, later).Claims;

        Assert.Equal(later + Claims.Lasting, Assert.Single(claims.All).Until);
    }

    [Fact]
    public void Release_OfAnother_StaysAndMineGoes()
    {
        var claims = Claims.None.Take(["a"], Binh, Now).Claims.Take(["b"], Lan, Now).Claims.Release(["a", "b"], Lan, Now);

        Assert.Equal("a", Assert.Single(claims.All).Dossier);
    }

    [Fact]
    public void Take_MoreThanAQueueHolds_IsBounded()
    {
        var claims = Claims.None.Take([.. Enumerable.Range(0, Claims.Most + 5).Select(number => $"{number}")], Lan, Now).Claims;

        Assert.Equal(Claims.Most, claims.All.Count);
    }
}
