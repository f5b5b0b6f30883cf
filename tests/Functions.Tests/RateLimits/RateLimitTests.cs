using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Tests.Applications;

namespace TitleCertification.Functions.Tests.RateLimits;

public class RateLimitTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Ask_MoreThanAMinuteAllows_WaitsAndThenPassesAgain()
    {
        var limit = new RateLimit(60, TimeSpan.FromMinutes(1), clock);
        for (var i = 0; i < 60; i++)
            Assert.Null(limit.Ask("one"));

        Assert.InRange(limit.Ask("one")!.Value.TotalSeconds, 0.5, 1);
        Assert.Null(limit.Ask("two"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limit.Ask("one"));
        Assert.NotNull(limit.Ask("one"));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.All(Enumerable.Range(0, 60), _ => Assert.Null(limit.Ask("one")));
        Assert.NotNull(limit.Ask("one"));
    }

    [Fact]
    public void Ask_MillionCallers_TakesBoundedMemory()
    {
        var limit = new RateLimit(60, TimeSpan.FromMinutes(1), clock);
        for (var i = 0; i < 200_000; i++)
            limit.Ask($"caller {i}");

        Assert.Equal(50_000, limit.Known);
    }

    [Fact]
    public void Ask_ManyThreads_LetsExactlySoManyPass()
    {
        var limit = new RateLimit(1_000, TimeSpan.FromMinutes(1), clock);
        var passed = 0;
        Parallel.For(0, 5_000, _ =>
        {
            if (limit.Ask("one") is null)
                Interlocked.Increment(ref passed);
        });

        Assert.Equal(1_000, passed);
    }

    [Theory]
    [InlineData("0", "", "9.9.9.9")]
    [InlineData("0", "1.1.1.1", "9.9.9.9")]
    [InlineData("1", "1.1.1.1, 2.2.2.2:443", "2.2.2.2")]
    [InlineData("2", "1.1.1.1, 2.2.2.2, 3.3.3.3", "2.2.2.2")]
    [InlineData("2", "3.3.3.3", "unknown")]
    [InlineData("1", "", "unknown")]
    [InlineData("1", "rubbish", "unknown")]
    [InlineData("1", "[2001:db8:1:2:3:4:5:6]:50123", "2001:db8:1:2::")]
    [InlineData("1", "2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("1", "::ffff:1.2.3.4", "1.2.3.4")]
    public void ClientAddress_ForwardedByWhomever_IsTheOneOurFrontEndSaw(string hops, string forwarded, string expected)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("9.9.9.9");
        if (forwarded.Length > 0)
            http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, new ClientAddress(new(Settings(("ForwardedHops", hops)))).Of(http.Request));
    }

    [Theory]
    [InlineData("ForwardedHops", "-1")]
    [InlineData("ForwardedHops", "all")]
    [InlineData("RequestsPerMinute", "-1")]
    [InlineData("RequestsPerMinute", "many")]
    public void Settings_Rubbish_AreNamed(string name, string value)
    {
        var settings = Settings((name, value));
        var wrong = Assert.Throws<SettingException>(() => name == "ForwardedHops" ? (object)new FrontEnds(settings) : new RequestLimits(settings, clock));
        Assert.Contains(name, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_WrongDigits_WaitsTwiceAsLongEachTimeOnEveryMachine()
    {
        using var cases = await Cases.CreateAsync();
        var (dossier, here) = (Cases.Dossier(1), new ProofAttempts(cases.Tables, clock));
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await here.WaitAsync(dossier, $"10.0.0.{i}", default));
            await here.FailedAsync(dossier, true, $"10.0.0.{i}", default);
        }

        Assert.Equal(TimeSpan.FromMinutes(1), await here.WaitAsync(dossier, "10.0.0.9", default));
        // Another machine, or this one after a restart.
        var there = new ProofAttempts(cases.Tables, clock);
        Assert.Equal(TimeSpan.FromMinutes(1), await there.WaitAsync(dossier, "10.0.0.9", default));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await there.WaitAsync(dossier, "10.0.0.9", default));
        await there.FailedAsync(dossier, true, "10.0.0.9", default);
        Assert.Equal(TimeSpan.FromMinutes(2), await there.WaitAsync(dossier, "10.0.0.9", default));
        Assert.Null(await there.WaitAsync(Cases.Dossier(2), "10.0.0.9", default));
    }

    /// <summary>Somebody who guesses without rest, from as many addresses as he likes, for as long as a case may be open.</summary>
    [Fact]
    public async Task Proof_GuessedForHundredDays_IsTriedHardlyMoreThanHundredTimes()
    {
        using var cases = await Cases.CreateAsync();
        var (dossier, attempts, guesses) = (Cases.Dossier(1), new ProofAttempts(cases.Tables, clock), 0);
        for (var until = clock.GetUtcNow().AddDays(100); clock.GetUtcNow() < until; guesses++)
        {
            await attempts.FailedAsync(dossier, true, $"10.0.{guesses / 250}.{guesses % 250}", default);
            clock.Advance(await attempts.WaitAsync(dossier, "10.9.9.9", default) ?? TimeSpan.Zero);
        }

        Assert.InRange(guesses, 50, 120);
    }

    /// <summary>How long an answer takes tells as much as what it says: storage is asked as often for what is not there.</summary>
    [Fact]
    public async Task Proof_OfADossierThatIsNotThere_CostsWhatOneThatIsCosts_AndFillsNothing()
    {
        using var cases = await Cases.CreateAsync();
        var tables = new WatchedTables(cases.Tables);
        var attempts = new ProofAttempts(tables, clock);
        foreach (var (order, exists) in new[] { (1, true), (2, false), (3, false) })
        {
            for (var i = 0; i < 3; i++)
            {
                await attempts.WaitAsync(Cases.Dossier(order), $"10.0.{order}.1", default);
                await attempts.FailedAsync(Cases.Dossier(order), exists, $"10.0.{order}.1", default);
            }

            tables.EndRound();
        }

        Assert.Equal([tables.Rounds[0], tables.Rounds[0]], tables.Rounds[1..]);
        Assert.Equal(2, tables.Written.Distinct().Count());
    }

    [Fact]
    public async Task Proof_ManyDossiersFromOneAddress_WaitsToo()
    {
        using var cases = await Cases.CreateAsync();
        var attempts = new ProofAttempts(cases.Tables, clock);
        for (var i = 1; i <= 20; i++)
            await attempts.FailedAsync(Cases.Dossier(i), i % 2 == 0, "10.0.0.1", default);

        Assert.NotNull(await attempts.WaitAsync(Cases.Dossier(21), "10.0.0.1", default));
        Assert.Null(await attempts.WaitAsync(Cases.Dossier(21), "10.0.0.2", default));
    }

    [Fact]
    public async Task Proof_StrangersGuess_TheApplicantIsNotLockedOutWhereHeCameFromBefore()
    {
        using var cases = await Cases.CreateAsync();
        var (dossier, attempts) = (Cases.Dossier(1), new ProofAttempts(cases.Tables, clock));
        attempts.Proven(dossier, "10.0.0.1");
        for (var i = 0; i < 10; i++)
            await attempts.FailedAsync(dossier, true, "10.0.0.66", default);

        Assert.NotNull(await attempts.WaitAsync(dossier, "10.0.0.2", default));
        Assert.Null(await attempts.WaitAsync(dossier, "10.0.0.1", default));
        for (var i = 0; i < 5; i++)
            await attempts.FailedAsync(dossier, true, "10.0.0.1", default);
        Assert.NotNull(await attempts.WaitAsync(dossier, "10.0.0.1", default));
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
