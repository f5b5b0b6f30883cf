using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>What people are told, over the whole service, with time in the hands of the test.</summary>
public class NotificationTests
{
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");
    private const string District = "DistrictReviewer/361";
    private const string Administrator = "administrator";

    [Fact]
    public async Task Certified_ApplicantIsToldOfReceiptAndResultOnce()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.ApproveAsync(dossier, "district");
        await app.ApproveAsync(dossier, "province");
        await app.UntilStatusAsync(dossier, "Certified");

        await UntilToldAsync(app, "Received", "Certified");

        var mails = await MailAsync(app);
        Assert.All(mails, mail => Assert.Equal(("Sms", "+84912345678", "vi"), ((string)mail["channel"]!, (string)mail["to"]![0]!, (string)mail["language"]!)));
        Assert.Contains(dossier, (string)mails[1]["sms"]!, StringComparison.Ordinal);
        Assert.Contains("DVHT-36-2025-00001", (string)mails[0]["sms"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitted_WithEMailInEnglish_IsWrittenToInEnglish()
    {
        await using var app = await App.StartAsync();
        var submission = SampleSubmission.Of();
        submission["representative"]!["email"] = "an@example.vn";
        submission["representative"]!["language"] = "en";
        await app.Api.SubmitAsync(submission);

        await UntilToldAsync(app, "Received");

        var mail = Assert.Single(await MailAsync(app));
        Assert.Equal(("Email", "an@example.vn", "en"), ((string)mail["channel"]!, (string)mail["to"]![0]!, (string)mail["language"]!));
        Assert.StartsWith("Application received · H40", (string)mail["subject"]!, StringComparison.Ordinal);
        Assert.Contains("To be reviewed by the end of 16/03/2026.", (string)mail["body"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitted_InALanguageNobodySpeaks_IsRefused()
    {
        await using var app = await App.StartAsync();
        var submission = SampleSubmission.Of();
        submission["representative"]!["language"] = "fr";

        var answer = await app.Api.SubmitAsync(submission);

        Assert.Equal("invalid_input", answer.Code);
        Assert.Contains("/representative/language", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_NobodyAnswers_IsAskedRemindedAndToldThatItLapsed()
    {
        await using var app = await App.StartAsync();
        var submission = SampleSubmission.Of();
        // He agrees to be reminded.
        submission["consents"]![1]!["given"] = true;
        var dossier = (await app.Api.SubmitAsync(submission)).Json["dossier"]!.GetValue<string>();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.PostAsync($"api/applications/{dossier}/corrections", """{"stage":"district","items":[{"item":"indicator:2.1","reason":"Thiếu kế hoạch"}]}""", Reviewer);
        await UntilToldAsync(app, "Received", "CorrectionRequested");
        var asked = (await MailAsync(app))[0];
        Assert.Contains("- Chỉ số 2.1: Thiếu kế hoạch", (string)asked["body"]!, StringComparison.Ordinal);
        Assert.Contains("30/03/2026", (string)asked["sms"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("kế hoạch", (string)asked["sms"]!, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(23));
        await UntilToldAsync(app, "Received", "CorrectionRequested", "CorrectionReminder");
        app.Clock.Advance(TimeSpan.FromDays(7));
        await UntilToldAsync(app, "Received", "CorrectionRequested", "CorrectionReminder", "Lapsed");
    }

    [Fact]
    public async Task Refused_ReasonsAreInTheLetter()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.PostAsync($"api/applications/{dossier}/refuse", """{"stage":"district","reasons":["Không thuộc địa bàn"]}""", Reviewer);

        await UntilToldAsync(app, "Received", "Refused");

        Assert.Contains("- Không thuộc địa bàn", (string)(await MailAsync(app))[0]["body"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyDecides_TheOfficeIsRemindedAndTheAdministratorsAreTold()
    {
        await using var app = await App.StartAsync(("StaffContacts:DistrictReviewer:361", "to-xet@example.vn, pho-phong@example.vn"));
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);

        app.Clock.Advance(TimeSpan.FromDays(10));
        await UntilToldAsync(app, "Received", "ReviewReminder");
        Assert.Equal(2, (await MailAsync(app))[0]["to"]!.AsArray().Count);
        app.Clock.Advance(TimeSpan.FromDays(5));
        await UntilToldAsync(app, "Received", "ReviewReminder", "StageOverdue", "StageOverdue");

        var ids = (await MailAsync(app)).Select(mail => (string)mail["id"]!).ToList();
        Assert.Contains(ids, id => id.EndsWith(".DistrictReviewer-361", StringComparison.Ordinal));
        Assert.Contains(ids, id => id.EndsWith(".Administrator-36", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryWorkingMorning_AnOfficeWithALetterBoxIsToldWhatWaits()
    {
        // Friday evening: nobody is written to at the weekend.
        await using var app = await App.StartAsync(new DateTimeOffset(2026, 3, 6, 20, 0, 0, TimeSpan.FromHours(7)), Repository.SampleProvince, null,
            ("StaffContacts:DistrictReviewer:361", "to-xet@example.vn"), ("StaffContacts:DistrictReviewer:360", "khac@example.vn"));
        var dossier = await app.SubmitAsync();
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await UntilToldAsync(app, "Received");
        app.Clock.Advance(TimeSpan.FromDays(2));
        await AWhileAsync(app);
        Assert.Single(await MailAsync(app));

        app.Clock.Advance(TimeSpan.FromHours(12));

        await UntilToldAsync(app, "Received", "QueueDigest");
        var mail = (await MailAsync(app))[0];
        Assert.Equal(("1 hồ sơ chờ xét · Huyện Nghĩa Hưng", "to-xet@example.vn"), ((string)mail["subject"]!, (string)mail["to"]![0]!));
        Assert.DoesNotContain(dossier, mail.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Mới đến từ sáng 06/03/2026: 1\n- Quá hạn: 0\n- Đến hạn hôm nay: 0", (string)mail["body"]!, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await UntilToldAsync(app, "Received", "QueueDigest", "QueueDigest");
        Assert.Contains("Mới đến từ sáng 09/03/2026: 0", (string)(await MailAsync(app))[0]["body"]!, StringComparison.Ordinal);
    }

    /// <summary>The process is gone and the case is closed: nothing but the sweep is left to find what is owed.</summary>
    [Fact]
    public async Task ProcessLost_ThenWithdrawn_TheSweepFindsWhatIsOwed()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await UntilToldAsync(app, "Received");
        await app.EndProcessAsync(dossier);
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Terminated", "The process is not ended");
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        await AWhileAsync(app);
        Assert.Single(await MailAsync(app));

        app.Clock.Advance(TimeSpan.FromMinutes(15));

        await UntilToldAsync(app, "Received", "Withdrawn");
    }

    [Fact]
    public async Task NothingConfigured_IsListedAndCanBeSentAgain()
    {
        await using var app = await App.StartAsync(("Mailbox", ""));
        var dossier = await app.SubmitAsync();
        JsonNode? failure = null;
        await app.UntilAsync(async () =>
        {
            var list = await app.Api.GetAsync("api/notifications/failures", Administrator);
            return (failure = list.Json["items"]!.AsArray().FirstOrDefault()) is not null;
        }, "Nothing is listed");

        Assert.Equal((dossier, "Received", "NotConfigured", "applicant"), ((string)failure!["dossier"]!, (string)failure["kind"]!, (string)failure["reason"]!, (string)failure["to"]!));
        Assert.DoesNotContain("912345678", failure.ToJsonString(), StringComparison.Ordinal);
        var id = (string)failure["id"]!;
        Assert.Equal(HttpStatusCode.Accepted, (await app.PostAsync($"api/notifications/{id}/retry", "{}", Administrator)).Status);
        Assert.Equal("not_failed", (await app.PostAsync($"api/notifications/{id}/retry", "{}", Administrator)).Code);
        Assert.Equal("unknown_notification", (await app.PostAsync("api/notifications/none/retry", "{}", Administrator)).Code);
        Assert.Equal("not_failed", (await app.PostAsync($"api/notifications/{id}/give-up", "{}", Administrator)).Code);
        await app.UntilAsync(async () => (await app.Api.GetAsync("api/notifications/failures", Administrator)).Json["items"]!.AsArray().Count == 1, "It is not listed again");
        Assert.Equal(HttpStatusCode.NoContent, (await app.PostAsync($"api/notifications/{id}/give-up", "{}", Administrator)).Status);
        Assert.Empty((await app.Api.GetAsync("api/notifications/failures", Administrator)).Json["items"]!.AsArray());
        Assert.Equal("no_mailbox", (await app.Api.GetAsync("api/mailbox")).Code);
    }

    [Fact]
    public async Task Mailbox_ManyMessages_KeepsTheNewest()
    {
        await using var app = await App.StartAsync();
        for (var i = 0; i < 205; i++)
        {
            await app.SubmitAsync();
            app.Clock.Advance(TimeSpan.FromMilliseconds(400));
        }

        await app.UntilAsync(
            async () => await MailAsync(app) is { Count: 200 } mails && ((string)mails[0]["id"]!).Contains("-0205.", StringComparison.Ordinal), "The newest is not there");
    }

    /// <summary>Sends until these have been told, newest last, and not one more; letters of the morning count only where they are named.</summary>
    private static async Task UntilToldAsync(App app, params string[] kinds)
    {
        await app.UntilAsync(async () => (await ToldAsync()).Count >= kinds.Length, $"Not all of it is told: {string.Join(", ", kinds)}");
        await AWhileAsync(app);
        Assert.Equal(kinds, await ToldAsync());

        async Task<List<string>> ToldAsync() =>
            [.. (await MailAsync(app)).Reverse().Select(mail => (string)mail["kind"]!).Where(kind => kind != "QueueDigest" || kinds.Contains(kind))];
    }

    /// <summary>Twice as long as the service needs to send what is due.</summary>
    private static Task AWhileAsync(App app)
    {
        var until = app.Clock.GetUtcNow() + TimeSpan.FromSeconds(20);
        return app.UntilAsync(() => Task.FromResult(app.Clock.GetUtcNow() > until), "Time stands still");
    }

    /// <summary>The newest first.</summary>
    private static async Task<IReadOnlyList<JsonNode>> MailAsync(App app) => [.. (await app.Api.GetAsync("api/mailbox")).Json["items"]!.AsArray().Select(mail => mail!)];
}
