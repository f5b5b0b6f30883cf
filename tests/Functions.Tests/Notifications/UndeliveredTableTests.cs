using TitleCertification.Functions.Notifications;
using Fault = TitleCertification.Testing.Storage.Fault;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>What could not be sent: whose it is to see, and that of sending again and giving up one happens, once.</summary>
public sealed class UndeliveredTableTests : OverMessageTables
{
    [Fact]
    public async Task Retry_AFailure_IsDueAtOnceAndOnce()
    {
        var id = await FailAsync(new SendResult.Permanent(FailureReason.Rejected, 550));

        Assert.Equal(UndeliveredOutcome.Done, await RetryAsync(id));
        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync(id));

        Assert.Empty(await FailuresAsync());
        Assert.Equal(1, Assert.Single(await ClaimAsync()).Delivery.Attempts);
    }

    [Fact]
    public async Task Retry_OneThatIsTriedAgainLater_IsDueAtOnceAndOnce()
    {
        var id = await FailAsync(new SendResult.Temporary(FailureReason.Unreachable));
        Assert.Empty(await ClaimAsync());
        Assert.Equal(Clock.GetUtcNow() + TimeSpan.FromMinutes(1), Assert.Single(await RetryingAsync()).NextAttemptAt);

        Assert.Equal(UndeliveredOutcome.Done, await RetryAsync(id));

        await Messages.SettleAsync(Assert.Single(await ClaimAsync()), new SendResult.Sent());
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
        Assert.Empty(await RetryingAsync());
    }

    /// <summary>It is on its way: a second one must not go out beside it.</summary>
    [Fact]
    public async Task Retry_WhileItIsBeingSent_ChangesNothing()
    {
        var id = await FailAsync(new SendResult.Temporary(FailureReason.Unreachable));
        Clock.Advance(TimeSpan.FromMinutes(2));
        var claim = Assert.Single(await ClaimAsync());

        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync(id));
        Assert.Equal(UndeliveredOutcome.NotFailed, await Undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));

        await Messages.SettleAsync(claim, new SendResult.Sent());
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GiveUp_FailedOrTriedAgain_IsNeverSent(bool permanent)
    {
        var id = await FailAsync(permanent ? new SendResult.Permanent(FailureReason.Rejected, 550) : new SendResult.Temporary(FailureReason.Unreachable));

        Assert.Equal(UndeliveredOutcome.Done, await Undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));

        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync(id));
        await TakeOverAsync(State(1, 1));
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
        Assert.Empty(await FailuresAsync());
        Assert.Empty(await RetryingAsync());
    }

    [Fact]
    public async Task GiveUp_RacedByARetry_OneOfBothHappens()
    {
        var id = await FailAsync(new SendResult.Permanent(FailureReason.Rejected, 550));
        var raced = false;
        Faults.Plan = request => request.IsWrite && !raced && (raced = true) ? Fault.LostRace : Fault.None;
        Faults.Rival = (_, tables) => new UndeliveredTable(tables, Clock).RetryAsync(id, _ => Nobody, CancellationToken.None);

        Assert.Equal(UndeliveredOutcome.NotFailed, await Undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task Undelivered_OfAnotherArea_IsNeitherShownNorChanged()
    {
        var id = await FailAsync(new SendResult.Permanent(FailureReason.Rejected, 550));

        Assert.Empty((await Undelivered.ReadFailedAsync(place => place.Unit != "361", null, 10, CancellationToken.None)).Items);
        Assert.Equal(UndeliveredOutcome.OutsideArea, await Undelivered.RetryAsync(id, _ => Task.FromResult<UndeliveredOutcome?>(UndeliveredOutcome.OutsideArea), CancellationToken.None));
        Assert.Equal(UndeliveredOutcome.OutsideArea, await Undelivered.GiveUpAsync(id, "admin", _ => Task.FromResult<UndeliveredOutcome?>(UndeliveredOutcome.OutsideArea), CancellationToken.None));
        Assert.Single(await FailuresAsync());
    }

    [Theory]
    [InlineData("H40.361-260302-0009.2.applicant")]
    [InlineData("a/b#c?")]
    [InlineData("")]
    public async Task Retry_WhatIsNot_IsUnknown(string id) => Assert.Equal(UndeliveredOutcome.Unknown, await RetryAsync(id));

    [Fact]
    public async Task Undelivered_ByPages_GivesEachOnce()
    {
        for (var order = 1; order <= 5; order++)
            await TakeOverAsync(State(order, 1));
        foreach (var (claim, order) in (await ClaimAsync()).Select((claim, order) => (claim, order)))
            await Messages.SettleAsync(claim, order % 5 == 0 ? new SendResult.Permanent(FailureReason.NoAddress) : new SendResult.Temporary(FailureReason.Unreachable));

        var first = await Undelivered.ReadRetryingAsync(_ => true, null, 3, CancellationToken.None);
        var second = await Undelivered.ReadRetryingAsync(_ => true, first.Next, 3, CancellationToken.None);

        Assert.True(UndeliveredPage.IsNext(first.Next!));
        Assert.Equal((3, 1, 4), (first.Items.Count, second.Items.Count, first.Items.Concat(second.Items).Select(item => item.Delivery.Id).Distinct().Count()));
        Assert.Null(second.Next);
        Assert.Single(await FailuresAsync());
    }

    /// <summary>Nobody is barred.</summary>
    private static Task<UndeliveredOutcome?> Nobody => Task.FromResult<UndeliveredOutcome?>(null);

    private async Task<IReadOnlyList<Undelivered>> RetryingAsync() => (await Undelivered.ReadRetryingAsync(_ => true, null, 100, CancellationToken.None)).Items;

    /// <returns>Id of a message that could not be sent.</returns>
    private async Task<string> FailAsync(SendResult result)
    {
        await TakeOverAsync(State(1, 1));
        var claim = Assert.Single(await ClaimAsync());
        await Messages.SettleAsync(claim, result);
        return claim.Delivery.Id;
    }
}
