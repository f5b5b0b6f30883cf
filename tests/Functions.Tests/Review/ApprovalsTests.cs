using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>Many approvals in one request: each decided by itself, none twice.</summary>
public sealed class ApprovalsTests : IAsyncLifetime
{
    private const string Lan = "district-361";
    private const string Missing = "H40.361-200101-0001";

    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Approve_Mixed_AnswersEachWithItsOwnReason()
    {
        var (good, corrected, decided, tied) = (await SubmitAsync(), await SubmitAsync(), await SubmitAsync(), await SubmitAsync());
        var version = await VersionAsync(good);
        await app.PostAsync($"api/applications/{corrected}/corrections", """{"stage":"district","items":[{"item":"holder.name","reason":"Ghi đủ tên"}]}""", Lan);
        await app.PostAsync($"api/applications/{decided}/approve", """{"stage":"district"}""", SamplePerson.SecondReviewer);
        await app.PostAsync($"api/applications/{tied}/conflict", """{"kind":"Family","reason":"Em trai đứng đơn"}""", Lan);
        var low = await SubmitAsync();
        await ScoreZeroAsync(low);
        var stale = await SubmitAsync();

        var answer = await ApproveAsync("district", Lan, (good, version), (corrected, null), (decided, null), (tied, null), (low, null), (stale, 1), (Missing, null));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1, answer.Json["approved"]!.GetValue<int>());
        Assert.Equal(
            [(good, null), (corrected, "awaiting_correction"), (decided, "already_decided"), (tied, "unknown_dossier"), (low, "reviewer_score_too_low"), (stale, "changed_meanwhile"), (Missing, "unknown_dossier")],
            Codes(answer));
        // What is not his to see looks like what is not there.
        Assert.Equal(Result(answer, 6).Replace(Missing, "", StringComparison.Ordinal), Result(answer, 3).Replace(tied, "", StringComparison.Ordinal));
    }

    /// <summary>The applicant corrected or a colleague scored meanwhile: none of the three decisions is taken on what has gone.</summary>
    [Fact]
    public async Task Decide_OnAnOldVersion_IsRefusedUntilItIsReadAgain()
    {
        var dossier = await SubmitAsync();
        var seen = await VersionAsync(dossier);
        await ScoreZeroAsync(dossier);

        foreach (var (what, rest) in new[] { ("approve", ""), ("refuse", ""","grounds":[{"kind":"EvidenceMissing","indicator":"2.1"}]"""), ("corrections", ""","items":[{"item":"holder.name","reason":"Ghi đủ tên"}]""") })
        {
            var answer = await app.PostAsync($"api/applications/{dossier}/{what}", $$"""{"stage":"district","version":{{seen}}{{rest}}}""", Lan);
            Assert.Equal((what, HttpStatusCode.PreconditionFailed, "changed_meanwhile"), (what, answer.Status, answer.Code));
        }

        var refused = await app.PostAsync($"api/applications/{dossier}/refuse", $$"""{"stage":"district","version":{{await VersionAsync(dossier)}},"grounds":[{"kind":"EvidenceMissing","indicator":"2.1"}]}""", Lan);
        Assert.Equal((HttpStatusCode.OK, "Refused"), (refused.Status, refused.Json["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Approve_SentAgain_AnswersTheSameAndDecidesNothingTwice()
    {
        string[] dossiers = [await SubmitAsync(), await SubmitAsync(), await SubmitAsync()];
        var rows = dossiers.Select(dossier => (dossier, (int?)null)).ToArray();
        var first = await ApproveAsync("district", Lan, rows);
        var versions = await Task.WhenAll(dossiers.Select(VersionAsync));

        var answers = await Task.WhenAll(ApproveAsync("district", Lan, rows), ApproveAsync("district", Lan, rows));

        Assert.All(answers, again => Assert.Equal(first.Text, again.Text));
        Assert.Equal(versions, await Task.WhenAll(dossiers.Select(VersionAsync)));
    }

    [Fact]
    public async Task Approve_TwoReviewersAtOnce_GivesEachCaseToOneOfThem()
    {
        string[] dossiers = [await SubmitAsync(), await SubmitAsync(), await SubmitAsync(), await SubmitAsync()];
        var rows = dossiers.Select(dossier => (dossier, (int?)null)).ToArray();

        var answers = await Task.WhenAll(ApproveAsync("district", Lan, rows), ApproveAsync("district", SamplePerson.SecondReviewer, rows));

        Assert.Equal(dossiers.Length, answers.Sum(answer => answer.Json["approved"]!.GetValue<int>()));
        Assert.All(answers.SelectMany(Codes).Where(row => row.Code is not null), row => Assert.Equal("already_decided", row.Code));
    }

    [Fact]
    public async Task Approve_LastStage_GivesEveryCaseTheOneDecision()
    {
        string[] dossiers = [await SubmitAsync(), await SubmitAsync()];
        var rows = dossiers.Select(dossier => (dossier, (int?)null)).ToArray();
        await ApproveAsync("district", Lan, rows);
        foreach (var dossier in dossiers)
            await app.UntilAsync(async () => (await app.GetAsync(dossier))["stage"]?.GetValue<string>() == "province", "not at the province");

        var without = await ApproveAsync("province", SamplePerson.Approver, rows);
        Assert.All(Codes(without), row => Assert.Equal("invalid_input", row.Code));
        Assert.Equal("decision_number_missing", without.Json["results"]![0]!["errors"]![0]!["code"]!.GetValue<string>());
        var input = Input("province", rows);
        input["decision"] = new JsonObject { ["number"] = "7/QĐ-UBND", ["decidedOn"] = "2026-03-02" };
        Assert.Equal(2, (await app.Api.PostAsync("api/approvals", input, SamplePerson.Approver)).Json["approved"]!.GetValue<int>());
        foreach (var dossier in dossiers)
            await app.UntilStatusAsync(dossier, "Certified");
    }

    [Theory]
    [InlineData("""{"stage":"district","applications":[]}""", "applications_count")]
    [InlineData("""{"applications":[{"dossier":"H40.361-260302-0001"}]}""", "stage_missing")]
    [InlineData("""{"stage":"district","applications":[{"dossier":"abc"}]}""", "not_a_dossier_number")]
    [InlineData("""{"stage":"district","applications":[null]}""", "not_a_dossier_number")]
    [InlineData("""{"stage":"district","applications":[{"dossier":"H40.361-260302-0001"},{"dossier":"h40.361-260302-0001 "}]}""", "dossier_twice")]
    public async Task Approve_WrongInput_SaysWhatIsWrong(string body, string code)
    {
        var answer = await app.PostAsync("api/approvals", body, Lan);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Json["errors"]![0]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Approve_OneMoreThanAHundred_IsRefusedWhole()
    {
        var rows = Enumerable.Range(1, 101).Select(number => ($"H40.361-260302-{number:D4}", (int?)null)).ToArray();

        Assert.Equal("applications_count", (await ApproveAsync("district", Lan, rows)).Json["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync("district", Lan, rows[..100])).Status);
    }

    private async Task<string> SubmitAsync()
    {
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        return dossier;
    }

    private async Task ScoreZeroAsync(string dossier)
    {
        var answers = new JsonArray([.. SampleSubmission.Of()["answers"]!.AsArray().Select(answer => (JsonNode)new JsonObject { ["indicator"] = answer!["indicator"]!.GetValue<string>(), ["points"] = 0 })]);
        Assert.Equal(HttpStatusCode.OK, (await app.Api.PostAsync($"api/applications/{dossier}/score", new JsonObject { ["stage"] = "district", ["answers"] = answers }, Lan)).Status);
    }

    private async Task<int?> VersionAsync(string dossier) => (await app.GetAsync(dossier))["version"]!.GetValue<int>();

    private Task<Answer> ApproveAsync(string stage, string person, params (string Dossier, int? Version)[] rows) => app.Api.PostAsync("api/approvals", Input(stage, rows), person);

    private static JsonObject Input(string stage, (string Dossier, int? Version)[] rows) => new()
    {
        ["stage"] = stage,
        ["applications"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject { ["dossier"] = row.Dossier, ["version"] = row.Version })]),
    };

    private static IEnumerable<(string Dossier, string? Code)> Codes(Answer answer) =>
        answer.Json["results"]!.AsArray().Select(row => (row!["dossier"]!.GetValue<string>(), row["code"]?.GetValue<string>()));

    private static string Result(Answer answer, int index) => answer.Json["results"]![index]!.ToJsonString();
}
