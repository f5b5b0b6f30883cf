using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>Criteria, preview and the reviewer's own scoring over HTTP.</summary>
[Collection(nameof(Service))]
public class ScoringTests(Service service)
{
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");

    [Fact]
    public async Task CriteriaSets_AreListedWithWhatIsMissing()
    {
        var items = (await service.Api.GetAsync("api/criteria-sets")).Json["items"]!.AsArray();
        var complete = items.Single(item => Text(item!, "id") == "DVHT-TT22-2020")!;
        var incomplete = items.Single(item => Text(item!, "id") == "GDHT-448-2015")!;

        Assert.True(complete["complete"]!.GetValue<bool>());
        Assert.Equal(("LearningUnit", "2020-09-21", "Found"), (Text(complete, "title"), Text(complete, "validFrom"), Text(complete["basis"]!, "certainty")));
        Assert.False(incomplete["complete"]!.GetValue<bool>());
        Assert.Equal(["Household"], incomplete["levels"]!.AsArray().Select(level => level!.GetValue<string>()));
    }

    [Fact]
    public async Task CriteriaSet_ById_IsWholeWithItsDoubts_AndAnUnknownOneIsAProblem()
    {
        var set = (await service.Api.GetAsync("api/criteria-sets/DVHT-TT24-2023")).Json;
        var unknown = await service.Api.GetAsync("api/criteria-sets/khong-co");

        Assert.Equal("Indicators", Text(set, "mode"));
        Assert.Equal(90, set["criteria"]![1]!["indicators"]![0]!["requirements"]![0]!["percent"]!.GetValue<int>());
        Assert.Equal("NotFound", Text(set["criteria"]![1]!["indicators"]![0]!["requirements"]![1]!, "certainty"));
        Assert.NotEmpty(set["notes"]!.AsArray());
        Assert.Equal((HttpStatusCode.NotFound, "unknown_criteria_set"), (unknown.Status, unknown.Code!));
    }

    [Fact]
    public async Task Preview_HalfFilledIn_SaysWhatIsMissingAndStoresNothing()
    {
        var preview = await service.Api.PostAsync("api/preview", JsonNode.Parse("""
            {"criteriaSet":"DVHT-TT22-2020","level":"District","unit":"361-tt-lieu-de","answers":[{"indicator":"1.1","points":11},{"indicator":"1.2","points":10}]}
            """)!);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.False(preview.Json["valid"]!.GetValue<bool>());
        Assert.Equal(9, preview.Json["grounds"]!.AsArray().Count);
        Assert.Equal("points_above_maximum", Text(preview.Json["grounds"]![0]!, "code"));
    }

    [Fact]
    public async Task OwnScoring_TooLow_StopsTheApprovalAndIsShownToStaffOnly()
    {
        var submitted = await service.Api.SubmitAsync(SampleSubmission.Of("Trường THCS Nghĩa Minh"));
        var dossier = Text(submitted.Json, "dossier");
        await Patience.UntilAsync(async () => Text((await Staff(dossier)).Json, "status") == "InReview", () => $"{dossier} is not in review.");

        var low = await ScoreAsync(dossier, points: 4);
        var refused = await service.Api.PostAsync($"api/applications/{dossier}/approve", new JsonObject { ["stage"] = "district" }, Reviewer);
        var applicant = await service.Api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits);

        Assert.Equal(HttpStatusCode.OK, low.Status);
        Assert.Equal(40, low.Json["stages"]![0]!["scoring"]!["score"]!["total"]!.GetValue<int>());
        Assert.Equal("reviewer_score_too_low", refused.Code);
        Assert.Contains("The total is 40 of the 50 needed.", refused.Json["en"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(applicant.Json["stages"]![0]!["scoring"]);
        Assert.Equal("sign_in_needed", (await ScoreAsync(dossier, 5, person: null)).Code);

        await ScoreAsync(dossier, points: 5);
        var approved = await service.Api.PostAsync($"api/applications/{dossier}/approve", new JsonObject { ["stage"] = "district" }, Reviewer);

        Assert.Equal(HttpStatusCode.OK, approved.Status);
    }

    private Task<Answer> Staff(string dossier) => service.Api.GetAsync($"api/applications/{dossier}", Reviewer);

    private Task<Answer> ScoreAsync(string dossier, int points, string? person = "reviewer") => service.Api.PostAsync($"api/applications/{dossier}/score", new JsonObject
    {
        ["stage"] = "district",
        ["answers"] = new JsonArray([.. SampleSubmission.Of()["answers"]!.AsArray().Select(answer => (JsonNode)new JsonObject
        {
            ["indicator"] = answer!["indicator"]!.GetValue<string>(), ["points"] = points == 5 ? answer["points"]!.GetValue<int>() : points,
        })]),
    }, person is null ? null : Reviewer);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
