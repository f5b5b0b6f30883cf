using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>What waits for the caller, filtered and counted. A POST, because names that are searched for stand in no address.</summary>
public sealed class FindWaiting(WaitingCases queue, WhoAsks whoAsks, ReadLog reads, TimeProvider clock)
{
    [Function(nameof(FindWaiting))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/queue/search")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<QueueSearchInput>(cancellationToken);
        if (input is null)
            return problem!;
        var found = await queue.FindAsync(person, new(input.Show ?? QueueShow.All, input.Title, input.Level, input.Stage, input.Text), input.Page ?? 1, cancellationToken);
        await reads.ListedAsync(person, found.Cases, cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        return Results.Json(new QueueSearchView(
            [.. found.Cases.Select(waiting => WaitingView.Of(waiting, today))], found.Counters, found.Matching, found.Page, found.Pages, found.IsCut), Json.Options);
    }
}

public sealed record QueueSearchInput(QueueShow? Show, TitleKind? Title, HolderLevel? Level, string? Stage, string? Text, int? Page);

public sealed record QueueSearchView(IReadOnlyList<WaitingView> Items, QueueCounters Counters, int Matching, int Page, int Pages, bool Cut);

public sealed record WaitingView(
    string Dossier, string Stage, TitleKind Title, HolderLevel? Level, int? Year, string Holder, string Unit, DateOnly DueOn, bool Late, bool DueToday, int Corrections, ClaimView? Claim)
{
    public static WaitingView Of(WaitingCase waiting, DateOnly today) => new(
        waiting.Item.Dossier, waiting.Item.Stage, waiting.Item.Title, waiting.Item.Level, waiting.Item.Year, waiting.Item.Holder, waiting.Item.Unit, waiting.Item.DueOn,
        waiting.Item.DueOn < today, waiting.Item.DueOn == today, waiting.Item.Corrections, waiting.Claim is { } claim ? ClaimView.Of(claim) : null);
}

/// <param name="Person">His id; the name is for people to read.</param>
public sealed record ClaimView(string Person, string Name, DateTimeOffset Until)
{
    public static ClaimView Of(CaseClaim claim) => new(claim.Person, claim.Name, claim.Until);
}
