using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Certification;

/// <summary>What the administrators are told of cases that do not go on by themselves.</summary>
public sealed class StuckTests : IAsyncLifetime
{
    private const string District = "DistrictReviewer/361";
    private const string Administrator = "administrator";
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Overdue_IsListedUntilItIsDecided()
    {
        var dossier = await InReviewAsync();
        await SweepAsync();
        Assert.Empty(await StuckAsync());

        app.Clock.Advance(TimeSpan.FromDays(20));
        await UntilAsync(dossier, "Overdue");
        Assert.Equal("Đã quá hạn quyết định.", (string?)(await StuckAsync()).Single()["sentence"]!["vi"]);

        await app.ApproveAsync(dossier, "district");
        await app.UntilAsync(async () => await SweepAsync() && !(await StuckAsync()).Any(), "what was decided stays listed");
    }

    [Fact]
    public async Task OfficeVacant_IsListedUntilAuthorityIsGranted()
    {
        var dossier = await InReviewAsync();
        var keys = new List<string>();
        foreach (var holder in (await app.Api.GetAsync("api/holders/DistrictReviewer/361", Administrator)).Json["items"]!.AsArray())
        {
            var key = (string)holder!["key"]!;
            keys.Add(key);
            var grant = (int)(await app.Api.GetAsync($"api/people/{key}", Administrator)).Json["authorities"]![0]!["id"]!;
            await app.PostAsync($"api/people/{key}/authorities/{grant}/end", """{"reason":"Chuyển công tác"}""", Administrator);
        }

        await UntilAsync(dossier, "OfficeVacant");
        // Of another district: whoever watches there alone is not told.
        Assert.Equal("no_authority", (await app.Api.GetAsync("api/stuck", SamplePerson.ReviewerOf("356"))).Code);

        await app.PostAsync($"api/people/{keys[0]}/authorities", """{"role":"DistrictReviewer","unit":"361","reason":"Phân công lại"}""", Administrator);
        await app.UntilAsync(async () => await SweepAsync() && !(await StuckAsync()).Any(), "a case that somebody may decide stays listed");
    }

    [Fact]
    public async Task NobodyEligible_AtTheTop_IsListed()
    {
        var dossier = await InReviewAsync();
        foreach (var person in new[] { Reviewer, SamplePerson.SecondReviewer, SamplePerson.Approver, SamplePerson.SecondApprover })
            await app.PostAsync($"api/applications/{dossier}/conflict", """{"kind":"Family","reason":"Em trai đứng đơn"}""", person);

        await UntilAsync(dossier, "NobodyEligible");
    }

    /// <summary>The list keeps since when, however often the sweep comes by, and shows nobody a case he has an interest in.</summary>
    [Fact]
    public async Task Listed_Again_KeepsSinceWhen_AndHidesWhatIsConflicted()
    {
        var dossier = await InReviewAsync();
        app.Clock.Advance(TimeSpan.FromDays(20));
        await UntilAsync(dossier, "Overdue");
        var since = (await StuckAsync()).Single()["since"]!.GetValue<DateTimeOffset>();

        app.Clock.Advance(TimeSpan.FromHours(1));
        await UntilAsync(dossier, "Overdue");
        Assert.Equal(since, (await StuckAsync()).Single()["since"]!.GetValue<DateTimeOffset>());

        await app.PostAsync($"api/applications/{dossier}/conflict", """{"kind":"Family","reason":"Em trai đứng đơn"}""", SamplePerson.Auditor);
        Assert.Empty((await app.Api.GetAsync("api/stuck", SamplePerson.Auditor)).Json["items"]!.AsArray());
        Assert.Single(await StuckAsync());
    }

    [Fact]
    public async Task Unreadable_HoldsUpNoOther()
    {
        var (unreadable, overdue) = (await InReviewAsync(), await InReviewAsync());
        await WriteAsync(TableNames.Applications, unreadable, "state", "{}");

        app.Clock.Advance(TimeSpan.FromDays(20));

        await UntilAsync(overdue, "Overdue");
    }

    [Fact]
    public async Task Erased_AndStillAmongTheOpen_IsPutAwayAndHoldsUpNoOther()
    {
        var (erased, overdue) = (await InReviewAsync(), await InReviewAsync());
        await app.PostAsync($"api/applications/{erased}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        await app.UntilAsync(() => Task.FromResult(!IsOpen(erased)), "the withdrawn case is not put away");
        Assert.Equal(HttpStatusCode.OK, (await app.AnsweredAsync(app.PostAsync($"api/applications/{erased}/erase", """{"ground":"PersonAsked","reason":"Theo đề nghị"}""", Administrator))).Status);
        // As if its process had not come to that.
        await WriteAsync(TableNames.Dossiers, DossierNumber.Parse(erased).Agency, $"open:{erased}", "{}");

        app.Clock.Advance(TimeSpan.FromDays(20));

        await UntilAsync(overdue, "Overdue");
        await app.UntilAsync(async () => await SweepAsync() && !IsOpen(erased), "the erased case is not put away");
    }

    private bool IsOpen(string dossier) => app.Stored().Any(line => line.StartsWith("Dossiers ", StringComparison.Ordinal) && line.Contains($" open:{dossier} ", StringComparison.Ordinal));

    private Task<BatchResult> WriteAsync(string table, string partition, string key, string body) =>
        app.Services.GetRequiredService<ITables>().CommitAsync(table, partition, [new RowChange.Upsert(key, body)]);

    private async Task<string> InReviewAsync()
    {
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        return dossier;
    }

    /// <summary>The sweep comes every quarter of an hour.</summary>
    private Task<bool> SweepAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        return Task.FromResult(true);
    }

    private Task UntilAsync(string dossier, string reason) => app.UntilAsync(
        async () => await SweepAsync() && (await StuckAsync()).Any(item => (string)item["dossier"]! == dossier && (string)item["reason"]! == reason), $"{dossier} is not listed as {reason}");

    private async Task<IReadOnlyList<JsonNode>> StuckAsync() => [.. (await app.Api.GetAsync("api/stuck", Administrator)).Json["items"]!.AsArray().Select(item => item!)];
}
