using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Applications;

/// <summary>An officer files for others over the API.</summary>
public class AssistingTests
{
    private const string Officer = "commune-361-tt-lieu-de";

    [Fact]
    public async Task Submit_ByTheOfficerOfThePlace_RecordsHimAndTheConsentOnPaper()
    {
        await using var app = await App.StartAsync();

        var answer = await FileAsync(app, Officer, "2026-03-01");

        Assert.True(answer.Status is System.Net.HttpStatusCode.Created, answer.ToString());
        Assert.Equal("""{"by":"Đỗ Văn Hùng (mẫu)","consentedOn":"2026-03-01"}""", answer.Json["assisted"]!.ToJsonString(Json.Options));
        var dossier = answer.Json["dossier"]!.GetValue<string>();
        Assert.Equal(answer.Json["assisted"]!.ToJsonString(), (await app.GetAsync(dossier))["assisted"]!.ToJsonString());
    }

    [Theory]
    [InlineData(null, "2026-03-01", "assisted_by_no_officer")]
    [InlineData("district-361", "2026-03-01", "assisted_by_no_officer")]
    [InlineData(Officer, null, "paper_consent_missing")]
    [InlineData(Officer, "2026-03-03", "paper_consent_in_future")]
    [InlineData(Officer, "2025-12-31", "paper_consent_outdated")]
    public async Task Submit_WithoutWhatItTakes_IsRefusedWithTheReason(string? person, string? day, string fault)
    {
        await using var app = await App.StartAsync();

        var answer = await FileAsync(app, person, day);

        Assert.Equal([fault], answer.Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Submit_ByTheOfficerOfAnotherPlaceAndWithoutConsent_GivesAllReasonsTogether()
    {
        await using var app = await App.StartAsync();
        var input = SampleSubmission.Of();
        input["assisted"] = new JsonObject();
        input["holder"]!["name"] = "";
        input["unit"] = "366-xa-hai-long";

        var answer = await app.Api.SendAsync(HttpMethod.Post, "api/applications", input, Officer, key: Guid.NewGuid().ToString());

        Assert.Equal(["text_missing", "assisted_by_no_officer", "paper_consent_missing"], answer.Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Filed_OnSeveralDays_IsListedForTheOfficerTheNewestFirst()
    {
        await using var app = await App.StartAsync();
        var filed = new List<string> { await DossierAsync(app), await DossierAsync(app) };
        app.Clock.Advance(TimeSpan.FromDays(1));
        filed.AddRange([await DossierAsync(app), await DossierAsync(app)]);
        filed.Reverse();

        Assert.Equal(filed, await MineAsync(app, ""));
        Assert.Equal(filed[2..], await MineAsync(app, $"?after={filed[1]}"));
        Assert.Empty(await MineAsync(app, $"?after={filed[3]}"));
    }

    [Fact]
    public async Task Filed_LookedAtByTheOfficer_IsReadByOneOfTheStaff()
    {
        await using var app = await App.StartAsync();
        var dossier = await DossierAsync(app);

        Assert.Equal(dossier, (await app.Api.GetAsync($"api/applications/{dossier}", Officer)).Json["dossier"]!.GetValue<string>());
        await MineAsync(app, "");
        await app.Services.GetRequiredService<ReadLog>().FlushAsync(CancellationToken.None);

        var reads = (await app.Api.GetAsync($"api/audit/reads?person={PeopleTable.KeyOf(Officer)}", SamplePerson.Auditor)).Json["reads"]!.AsArray();
        Assert.Equal([$"/api/applications/{dossier}", "queue CommuneOfficer:361-tt-lieu-de"], reads.Select(read => read!["what"]!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task Filed_WithdrawnByTheOfficer_IsRecordedAsHisDoing()
    {
        await using var app = await App.StartAsync();
        var dossier = await DossierAsync(app);

        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.PostAsync($"api/applications/{dossier}/withdraw", """{"reason":"Gia đình đổi ý"}""", Officer)).Status);

        var facts = (await app.Api.GetAsync($"api/applications/{dossier}/audit", SamplePerson.Auditor)).Json["facts"]!.AsArray();
        Assert.Equal(Officer, facts.Single(fact => fact!["kind"]!.GetValue<string>() == "ApplicationWithdrawn")!["by"]!.GetValue<string>());
    }

    [Fact]
    public async Task Filed_ByAnOfficerWhoIsNoneAnyMore_IsNotHisAnyMore()
    {
        await using var app = await App.StartAsync();
        var dossier = await DossierAsync(app);
        Assert.Equal([dossier], await MineAsync(app, ""));

        var person = $"api/people/{PeopleTable.KeyOf(Officer)}";
        var grant = (await app.Api.GetAsync(person, "administrator")).Json["authorities"]![0]!["id"]!.GetValue<int>();
        await app.PostAsync($"{person}/authorities/{grant}/end", """{"reason":"Chuyển công tác"}""", "administrator");

        Assert.Empty(await MineAsync(app, ""));
        Assert.Equal("unknown_dossier", (await app.Api.GetAsync($"api/applications/{dossier}", Officer)).Code);
        Assert.Equal("unknown_dossier", (await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", Officer)).Code);
        Assert.Equal("unknown_dossier", (await app.PostAsync("api/privacy/export", $$"""{"dossier":"{{dossier}}","phoneDigits":""}""", Officer)).Code);
    }

    private static async Task<string> DossierAsync(App app) => (await FileAsync(app, Officer, "2026-03-01")).Json["dossier"]!.GetValue<string>();

    private static async Task<IEnumerable<string>> MineAsync(App app, string query) =>
        (await app.Api.GetAsync($"api/me/applications{query}", Officer)).Json["items"]!.AsArray().Select(item => item!["dossier"]!.GetValue<string>());

    private static Task<Answer> FileAsync(App app, string? person, string? day)
    {
        var input = SampleSubmission.Of();
        input["assisted"] = new JsonObject { ["consentedOn"] = day };
        return app.AnsweredAsync(app.Api.SendAsync(HttpMethod.Post, "api/applications", input, person, key: Guid.NewGuid().ToString()));
    }
}
