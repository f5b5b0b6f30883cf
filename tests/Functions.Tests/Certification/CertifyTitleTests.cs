using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Certification;

/// <summary>The process of a case, with time in the hands of the test.</summary>
public class CertifyTitleTests
{
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");
    private const string District = "DistrictReviewer/361";
    private const string Province = "ProvincialApprover/36";
    private const string Overdue = "Administrator/36";
    private const string Administrator = "administrator";

    [Fact]
    public async Task Approved_ByBothStages_EndsCertified()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.ApproveAsync(dossier, "district");
        await app.UntilQueuedAsync(Province, SamplePerson.Approver, dossier);
        await app.ApproveAsync(dossier, "province");

        await app.UntilStatusAsync(dossier, "Certified");
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Completed", "The process does not end");
    }

    [Fact]
    public async Task Approved_BeforeTheProcessHasLooked_LosesNothing()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");

        // Both at once: the second event comes before the process waits for it.
        await app.ApproveAsync(dossier, "district");
        await app.ApproveAsync(dossier, "province");

        await app.UntilStatusAsync(dossier, "Certified");
        Assert.False(await app.IsQueuedAsync(District, Reviewer, dossier));
        Assert.False(await app.IsQueuedAsync(Province, SamplePerson.Approver, dossier));
    }

    [Fact]
    public async Task Refused_EndsTheProcessAndLeavesTheQueue()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.PostAsync($"api/applications/{dossier}/refuse", """{"stage":"district","reasons":["Không thuộc địa bàn"]}""", Reviewer);

        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Completed", "The process does not end");
        Assert.False(await app.IsQueuedAsync(District, Reviewer, dossier));
    }

    [Fact]
    public async Task Withdrawn_WhileCorrecting_EndsTheProcess()
    {
        await using var app = await App.StartAsync();
        var dossier = await CorrectingAsync(app);
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);

        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Completed", "The process does not end");
    }

    [Fact]
    public async Task NobodyDecides_ReviewerIsRemindedThenTheCaseIsShownToThoseAbove()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        Assert.False(await HasAsync(app, District, Reviewer, "reminded"));

        app.Clock.Advance(TimeSpan.FromDays(10));
        await app.UntilAsync(() => HasAsync(app, District, Reviewer, "reminded"), "Nobody is reminded");
        Assert.False(await app.IsQueuedAsync(Overdue, Administrator, dossier));

        app.Clock.Advance(TimeSpan.FromDays(5));
        await app.UntilQueuedAsync(Overdue, Administrator, dossier);
        Assert.True(await HasAsync(app, District, Reviewer, "late"));

        // Late is not lost: the stage can still be decided, and the case leaves both queues.
        await app.ApproveAsync(dossier, "district");
        await app.UntilQueuedAsync(Province, SamplePerson.Approver, dossier);
        await app.UntilGoneAsync(Overdue, Administrator, dossier);
    }

    [Fact]
    public async Task NobodyAnswers_TheCaseLapses()
    {
        await using var app = await App.StartAsync();
        var dossier = await CorrectingAsync(app);

        app.Clock.Advance(TimeSpan.FromDays(22));
        await app.UntilAsync(async () => (await app.GetAsync(dossier))["version"]!.GetValue<int>() == 5, "The applicant is not reminded");
        Assert.Equal("AwaitingCorrection", (await app.GetAsync(dossier))["status"]!.GetValue<string>());

        app.Clock.Advance(TimeSpan.FromDays(7));
        await app.UntilStatusAsync(dossier, "Lapsed");
        var late = await app.PostAsync($"api/applications/{dossier}/corrections/answer", """{"answers":[{"item":"indicator:2.1","points":9}]}""", phoneDigits: SampleSubmission.PhoneDigits);
        Assert.Equal("lapsed", late.Code);
    }

    [Fact]
    public async Task Answered_TheReviewerHasHisRemainingDays()
    {
        await using var app = await App.StartAsync();
        var dossier = await CorrectingAsync(app);
        Assert.False(await app.IsQueuedAsync(District, Reviewer, dossier));

        // Ten working days were left on Monday 2 March; two weeks later they still are.
        app.Clock.Advance(TimeSpan.FromDays(14));
        await app.PostAsync($"api/applications/{dossier}/corrections/answer", """{"answers":[{"item":"indicator:2.1","points":9}]}""", phoneDigits: SampleSubmission.PhoneDigits);
        await app.UntilQueuedAsync(District, Reviewer, dossier);

        Assert.Equal("2026-03-30", (await app.GetAsync(dossier))["dueOn"]!.GetValue<string>());
        Assert.Equal("2026-03-30", (await app.QueueAsync(District, Reviewer)).Single()["dueOn"]!.GetValue<string>());
    }

    [Fact]
    public async Task ProcessLost_TheSweepStartsItAgain()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.EndProcessAsync(dossier);
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Terminated", "The process is not ended");
        await app.ApproveAsync(dossier, "district");
        Assert.False(await app.IsQueuedAsync(Province, SamplePerson.Approver, dossier));

        app.Clock.Advance(TimeSpan.FromMinutes(15));

        await app.UntilQueuedAsync(Province, SamplePerson.Approver, dossier);
        await app.UntilGoneAsync(District, Reviewer, dossier);
        await app.ApproveAsync(dossier, "province");
        await app.UntilStatusAsync(dossier, "Certified");
    }

    [Fact]
    public async Task Ended_AMonthAgo_IsPurgedAndTheRecordStays()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Completed", "The process does not end");

        app.Clock.Advance(TimeSpan.FromDays(29));
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Completed", "It is purged too early");
        app.Clock.Advance(TimeSpan.FromDays(3));

        await app.UntilAsync(async () => await app.ProcessAsync(dossier) is null, "It is not purged");
        Assert.Equal("Withdrawn", (await app.GetAsync(dossier))["status"]!.GetValue<string>());
    }

    private static async Task<string> CorrectingAsync(App app)
    {
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.PostAsync($"api/applications/{dossier}/corrections", """{"stage":"district","items":[{"item":"indicator:2.1","reason":"Thiếu"}]}""", Reviewer);
        await app.UntilGoneAsync(District, Reviewer, dossier);
        return dossier;
    }

    private static async Task<bool> HasAsync(App app, string queue, string person, string mark) =>
        (await app.QueueAsync(queue, person)) is [JsonNode item] && item[mark]!.GetValue<bool>();
}
