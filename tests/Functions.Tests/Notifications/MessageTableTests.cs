using Microsoft.Extensions.Time.Testing;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;
using TitleCertification.Testing;
using TitleCertification.Testing.Storage;
using Fault = TitleCertification.Testing.Storage.Fault;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>Each notice once, whatever storage does; each message to one process at a time.</summary>
public sealed class MessageTableTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly TemporaryDirectory data = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
    private readonly Faults faults = new();
    private readonly SqliteStorageProvider storage;
    private readonly Projector projector;
    private readonly MessageTable messages;
    private readonly UndeliveredTable undelivered;

    public MessageTableTests()
    {
        storage = LocalFiles.Open(data.Path);
        var tables = new FaultyTables(storage.Tables, faults);
        projector = new(tables, clock, TimeSpan.Zero);
        messages = new(tables, projector, clock);
        undelivered = new(tables, clock);
    }

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
        faults.Plan = request => request.IsWrite && !lost && (lost = true) ? Fault.After : Fault.None;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => TakeOverAsync(State(1, 2)));
        await TakeOverAsync(State(1, 2));

        Assert.Equal(2, (await ClaimAsync()).Count);
    }

    [Fact]
    public async Task TakeOver_ManyCasesAtOnce_SharesBatches()
    {
        await LetTimePassAsync(Task.WhenAll(Enumerable.Range(1, 200).Select(order => messages.TakeOverAsync(State(order, 2), 0, CancellationToken.None))));

        Assert.InRange(faults.Requests, 4, 40);
        Assert.Equal(400, (await DrainAsync()).Distinct().Count());
    }

    [Fact]
    public async Task Claim_WhileClaimed_GivesNothingUntilTheLeaseEnds()
    {
        await TakeOverAsync(State(1, 1));
        var first = Assert.Single(await ClaimAsync());
        clock.Advance(Lease - TimeSpan.FromSeconds(1));
        Assert.Empty(await ClaimAsync());
        clock.Advance(TimeSpan.FromSeconds(2));

        var second = Assert.Single(await ClaimAsync());
        Assert.Equal((first.Delivery.Id, 2), (second.Delivery.Id, second.Delivery.Attempts));
    }

    [Fact]
    public async Task Claim_ByTwoAtOnce_OneGetsIt()
    {
        await TakeOverAsync(State(1, 1));
        IReadOnlyList<Claim> other = [];
        var raced = false;
        faults.Plan = request => request.IsWrite && !raced && (raced = true) ? Fault.LostRace : Fault.None;
        faults.Rival = async (_, tables) =>
        {
            using var rival = new MessageTable(tables, projector, clock);
            other = await rival.ClaimAsync(Lease, CancellationToken.None);
        };

        Assert.Empty(await ClaimAsync());
        Assert.Single(other);
    }

    [Fact]
    public async Task Settle_Sent_IsNeverDueAgainEvenWhenTakenOverAgain()
    {
        await TakeOverAsync(State(1, 1));
        await messages.SettleAsync(Assert.Single(await ClaimAsync()), new SendResult.Sent());
        await TakeOverAsync(State(1, 1));
        clock.Advance(TimeSpan.FromDays(30));

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
            await messages.SettleAsync(claim, new SendResult.Temporary(FailureReason.Rejected, 451));
            if (RetryPlan.PauseAfter(claim.Delivery.Attempts) is not { } pause)
                break;
            clock.Advance(pause - TimeSpan.FromSeconds(1));
            Assert.Empty(await ClaimAsync());
            clock.Advance(TimeSpan.FromSeconds(1));
            pauses.Add(pause);
        }

        Assert.Equal(8, pauses.Count);
        var failure = Assert.Single(await FailuresAsync());
        Assert.Equal((new Setback(FailureReason.Rejected, 451, clock.GetUtcNow()), 9), (failure.Delivery.Setback, failure.Delivery.Attempts));
    }

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
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromMinutes(1), Assert.Single(await RetryingAsync()).NextAttemptAt);

        Assert.Equal(UndeliveredOutcome.Done, await RetryAsync(id));

        await messages.SettleAsync(Assert.Single(await ClaimAsync()), new SendResult.Sent());
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
        Assert.Empty(await RetryingAsync());
    }

    /// <summary>It is on its way: a second one must not go out beside it.</summary>
    [Fact]
    public async Task Retry_WhileItIsBeingSent_ChangesNothing()
    {
        var id = await FailAsync(new SendResult.Temporary(FailureReason.Unreachable));
        clock.Advance(TimeSpan.FromMinutes(2));
        var claim = Assert.Single(await ClaimAsync());

        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync(id));
        Assert.Equal(UndeliveredOutcome.NotFailed, await undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));

        await messages.SettleAsync(claim, new SendResult.Sent());
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GiveUp_FailedOrTriedAgain_IsNeverSent(bool permanent)
    {
        var id = await FailAsync(permanent ? new SendResult.Permanent(FailureReason.Rejected, 550) : new SendResult.Temporary(FailureReason.Unreachable));

        Assert.Equal(UndeliveredOutcome.Done, await undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));

        Assert.Equal(UndeliveredOutcome.NotFailed, await RetryAsync(id));
        await TakeOverAsync(State(1, 1));
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Empty(await ClaimAsync());
        Assert.Empty(await FailuresAsync());
        Assert.Empty(await RetryingAsync());
    }

    [Fact]
    public async Task GiveUp_RacedByARetry_OneOfBothHappens()
    {
        var id = await FailAsync(new SendResult.Permanent(FailureReason.Rejected, 550));
        var raced = false;
        faults.Plan = request => request.IsWrite && !raced && (raced = true) ? Fault.LostRace : Fault.None;
        faults.Rival = (_, tables) => new UndeliveredTable(tables, clock).RetryAsync(id, _ => Nobody, CancellationToken.None);

        Assert.Equal(UndeliveredOutcome.NotFailed, await undelivered.GiveUpAsync(id, "admin", _ => Nobody, CancellationToken.None));
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task Undelivered_OfAnotherArea_IsNeitherShownNorChanged()
    {
        var id = await FailAsync(new SendResult.Permanent(FailureReason.Rejected, 550));

        Assert.Empty((await undelivered.ReadFailedAsync(place => place.Unit != "361", null, 10, CancellationToken.None)).Items);
        Assert.Equal(UndeliveredOutcome.OutsideArea, await undelivered.RetryAsync(id, _ => Task.FromResult<UndeliveredOutcome?>(UndeliveredOutcome.OutsideArea), CancellationToken.None));
        Assert.Equal(UndeliveredOutcome.OutsideArea, await undelivered.GiveUpAsync(id, "admin", _ => Task.FromResult<UndeliveredOutcome?>(UndeliveredOutcome.OutsideArea), CancellationToken.None));
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
            await messages.SettleAsync(claim, order % 5 == 0 ? new SendResult.Permanent(FailureReason.NoAddress) : new SendResult.Temporary(FailureReason.Unreachable));

        var first = await undelivered.ReadRetryingAsync(_ => true, null, 3, CancellationToken.None);
        var second = await undelivered.ReadRetryingAsync(_ => true, first.Next, 3, CancellationToken.None);

        Assert.True(UndeliveredPage.IsNext(first.Next!));
        Assert.Equal((3, 1, 4), (first.Items.Count, second.Items.Count, first.Items.Concat(second.Items).Select(item => item.Delivery.Id).Distinct().Count()));
        Assert.Null(second.Next);
        Assert.Single(await FailuresAsync());
    }

    [Fact]
    public void Stored_Delivery_CrossesJsonAndNamesNobody()
    {
        var delivery = new Delivery(
            Dossier(1), new(3, NoticeKind.StageOverdue, new(Role.Administrator, "36"), clock.GetUtcNow()), new("361", clock.GetUtcNow()), 2, new(FailureReason.Rejected, 550, clock.GetUtcNow()));

        Assert.Equal(delivery, Json.Read<Delivery>(Json.Write(delivery)));
        Assert.Equal("H40.361-260302-0001.3.Administrator-36", delivery.Id);
        Assert.DoesNotContain("Nguyễn", Json.Write(delivery), StringComparison.Ordinal);
    }

    public Task InitializeAsync() => storage.PrepareAsync(TableNames.All, ContainerNames.All);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        messages.Dispose();
        projector.Dispose();
        storage.Dispose();
        data.Dispose();
    }

    private Task<int> TakeOverAsync(Application state) => LetTimePassAsync(messages.TakeOverAsync(state, 0, CancellationToken.None));

    /// <summary>What waits for others to join needs time to go by.</summary>
    private async Task<T> LetTimePassAsync<T>(Task<T> task)
    {
        while (await Task.WhenAny(task, Task.Delay(5)) != task)
            clock.Advance(TimeSpan.FromMilliseconds(100));
        return await task;
    }

    private Task<IReadOnlyList<Claim>> ClaimAsync() => messages.ClaimAsync(Lease, CancellationToken.None);

    private async Task<IReadOnlyList<Undelivered>> FailuresAsync() => (await undelivered.ReadFailedAsync(_ => true, null, 100, CancellationToken.None)).Items;

    private async Task<IReadOnlyList<Undelivered>> RetryingAsync() => (await undelivered.ReadRetryingAsync(_ => true, null, 100, CancellationToken.None)).Items;

    private Task<UndeliveredOutcome> RetryAsync(string id) => undelivered.RetryAsync(id, _ => Nobody, CancellationToken.None);

    /// <returns>Id of a message that could not be sent.</returns>
    private async Task<string> FailAsync(SendResult result)
    {
        await TakeOverAsync(State(1, 1));
        var claim = Assert.Single(await ClaimAsync());
        await messages.SettleAsync(claim, result);
        return claim.Delivery.Id;
    }

    private async Task<List<string>> DrainAsync()
    {
        var all = new List<string>();
        while (await ClaimAsync() is { Count: > 0 } claims)
        {
            all.AddRange(claims.Select(claim => claim.Delivery.Id));
            await Task.WhenAll(claims.Select(claim => messages.SettleAsync(claim, new SendResult.Sent())));
        }

        return all;
    }

    private static DossierNumber Dossier(int order) => DossierNumber.Create("H40.361", new(2026, 3, 2), order);

    /// <summary>A case that owes so many messages to the applicant.</summary>
    /// <summary>Nobody is barred.</summary>
    private static Task<UndeliveredOutcome?> Nobody => Task.FromResult<UndeliveredOutcome?>(null);

    private Application State(int order, int notices)
    {
        var submission = new Submission(TitleKind.LearningUnit, 2025, "set", "361", new("Trường", "Địa chỉ"), new("Nguyễn Văn An", "Hiệu trưởng", default, null), new([]));
        var state = Evolution.Apply(Dossier(order), null, new(1, clock.GetUtcNow(), "applicant", new Fact.ApplicationSubmitted(submission, [])));
        return state with { Outbox = [.. Enumerable.Range(0, notices).Select(i => new Notice(2 + (3 * i), NoticeKind.Received, Audience.Applicant, clock.GetUtcNow()))] };
    }
}
