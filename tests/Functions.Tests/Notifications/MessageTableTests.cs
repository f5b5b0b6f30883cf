using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Notifications;
using TitleCertification.Storage;
using Fault = TitleCertification.Testing.Storage.Fault;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>Each notice once, whatever storage does; each message to one process at a time.</summary>
public sealed class MessageTableTests : OverMessageTables
{
    [Fact]
    public async Task TakeOver_Twice_IsDueOnce()
    {
        Assert.Equal(2, await TakeOverAsync(State(1, 2)));
        Assert.Equal(2, await TakeOverAsync(State(1, 2)));

        Assert.Equal(2, (await ClaimAsync()).Count);
    }

    [Fact]
    public async Task TakeOver_SomeTakenOverBefore_TakesTheOthers()
    {
        await TakeOverAsync(State(1, 1));
        await TakeOverAsync(State(1, 3));

        Assert.Equal([2, 5, 8], (await ClaimAsync()).Select(claim => claim.Delivery.Notice.Sequence).Order());
    }

    [Fact]
    public async Task TakeOver_AnswerLost_TheRepetitionAddsNothing()
    {
        var lost = false;
        Faults.Plan = request => request.IsWrite && !lost && (lost = true) ? Fault.After : Fault.None;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => TakeOverAsync(State(1, 2)));
        await TakeOverAsync(State(1, 2));

        Assert.Equal(2, (await ClaimAsync()).Count);
    }

    [Fact]
    public async Task TakeOver_ManyCasesAtOnce_SharesBatches()
    {
        await LetTimePassAsync(Task.WhenAll(Enumerable.Range(1, 200).Select(order => Messages.TakeOverAsync(State(order, 2), 0, CancellationToken.None))));

        Assert.InRange(Faults.Requests, 4, 40);
        Assert.Equal(400, (await DrainAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Claim_WhileClaimed_GivesNothingUntilTheLeaseEnds()
    {
        await TakeOverAsync(State(1, 1));
        var first = Assert.Single(await ClaimAsync());
        Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await ClaimAsync());
        Clock.Advance(TimeSpan.FromSeconds(2));

        var second = Assert.Single(await ClaimAsync());
        Assert.Equal((first.Delivery.Id, 2), (second.Delivery.Id, second.Delivery.Attempts));
    }

    [Fact]
    public async Task Claim_ByTwoAtOnce_OneGetsIt()
    {
        await TakeOverAsync(State(1, 1));
        IReadOnlyList<Claim> other = [];
        var raced = false;
        Faults.Plan = request => request.IsWrite && !raced && (raced = true) ? Fault.LostRace : Fault.None;
        Faults.Rival = async (_, tables) =>
        {
            using var rival = new MessageTable(tables, Projector, Clock);
            other = await rival.ClaimAsync(Lease, CancellationToken.None);
        };

        Assert.Empty(await ClaimAsync());
        Assert.Single(other);
    }

    [Fact]
    public async Task Settle_Sent_IsNeverDueAgainEvenWhenTakenOverAgain()
    {
        await TakeOverAsync(State(1, 1));
        await Messages.SettleAsync(Assert.Single(await ClaimAsync()), new SendResult.Sent());
        await TakeOverAsync(State(1, 1));
        Clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty(await ClaimAsync());
        Assert.Empty(await FailuresAsync());
        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync("H40.361-260302-0001.2.applicant"));
    }

    [Fact]
    public async Task Settle_TemporaryAgainAndAgain_FollowsThePlanAndEndsOnTheList()
    {
        await TakeOverAsync(State(1, 1));
        var pauses = new List<TimeSpan>();
        while ((await ClaimAsync()) is [var claim])
        {
            await Messages.SettleAsync(claim, new SendResult.Temporary(FailureReason.Rejected, 451));
            if (RetryPlan.PauseAfter(claim.Delivery.Attempts) is not { } pause)
                break;
            Clock.Advance(pause - TimeSpan.FromSeconds(1));
            Assert.Empty(await ClaimAsync());
            Clock.Advance(TimeSpan.FromSeconds(1));
            pauses.Add(pause);
        }

        Assert.Equal(8, pauses.Count);
        var failure = Assert.Single(await FailuresAsync());
        Assert.Equal((new Setback(FailureReason.Rejected, 451, Clock.GetUtcNow()), 9), (failure.Delivery.Setback, failure.Delivery.Attempts));
    }

    [Fact]
    public void Stored_Delivery_CrossesJsonAndNamesNobody()
    {
        var delivery = new Delivery(
            Dossier(1), new(3, NoticeKind.StageOverdue, new(Role.Administrator, "36"), Clock.GetUtcNow()), new("361", Clock.GetUtcNow()), 2, new(FailureReason.Rejected, 550, Clock.GetUtcNow()));

        Assert.Equal(delivery, Json.Read<Delivery>(Json.Write(delivery)));
        Assert.Equal("H40.361-260302-0001.3.Administrator-36", delivery.Id);
        Assert.DoesNotContain("Nguyễn", Json.Write(delivery), StringComparison.Ordinal);
    }

    private async Task<List<string>> DrainAsync()
    {
        var all = new List<string>();
        while (await ClaimAsync() is { Count: > 0 } claims)
        {
            all.AddRange(claims.Select(claim => claim.Delivery.Id));
            await Task.WhenAll(claims.Select(claim => Messages.SettleAsync(claim, new SendResult.Sent())));
        }

        return all;
    }
}
