using System.Text.Json;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.RuleBook;

/// <summary>The night of 30 June 2025 in Viet Nam, under a rule book that does not stand still: cases in flight go on with the bodies that came after.</summary>
public sealed class BodiesEndTests : IDisposable
{
    private const string District = "DistrictReviewer/361";
    private const string Commune = "CommuneOfficer/13891";
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");
    private static readonly DateTimeOffset Evening = new(2025, 6, 30, 22, 0, 0, TimeSpan.FromHours(7));
    private readonly RuleBookCopy rules = new RuleBookCopy(sample: false).WithDays();
    private readonly TemporaryDirectory people = new();

    [Fact]
    public async Task Midnight_CaseInReview_MovesWithItsQueueRowAndItsDueDate()
    {
        await using var app = await StartAsync(Evening);
        var dossier = await SubmitAsync(app);
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        var due = (await app.GetAsync(dossier))["dueOn"]!.GetValue<string>();

        app.Clock.Advance(TimeSpan.FromHours(2));

        await app.UntilQueuedAsync(Commune, "commune-13891", dossier);
        var moved = await app.GetAsync(dossier);
        Assert.Equal(["13891", "37"], moved["stages"]!.AsArray().Select(stage => stage!["unit"]!.GetValue<string>()));
        Assert.Equal(due, moved["dueOn"]!.GetValue<string>());
        Assert.Equal(("361", "BodyAbolished"), (moved["stages"]![0]!["moved"]!["from"]!.GetValue<string>(), moved["stages"]![0]!["moved"]!["reason"]!.GetValue<string>()));
        await GoneAsync(app, "DistrictReviewer:361");

        Assert.Equal("not_your_stage", (await ApproveAsync(app, dossier, "district", Reviewer)).Code);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await ApproveAsync(app, dossier, "district", "commune-13891")).Status);
        await app.UntilQueuedAsync("ProvincialApprover/37", "province-37", dossier);
    }

    [Fact]
    public async Task Midnight_DecisionBeforeTheProcessHasLooked_IsNotThatOfTheBodyThatEnded()
    {
        await using var app = await StartAsync(Evening);
        var dossier = await SubmitAsync(app);
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.EndProcessAsync(dossier);
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Terminated", "The process is not ended");

        app.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal("not_your_stage", (await ApproveAsync(app, dossier, "district", Reviewer)).Code);
        Assert.Equal("13891", (await app.GetAsync(dossier))["stages"]![0]!["unit"]!.GetValue<string>());
    }

    [Fact]
    public async Task ProcessLost_TheSweepMovesTheCase()
    {
        await using var app = await StartAsync(Evening);
        var dossier = await SubmitAsync(app);
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        await app.EndProcessAsync(dossier);
        await app.UntilAsync(async () => await app.ProcessAsync(dossier) == "Terminated", "The process is not ended");

        app.Clock.Advance(TimeSpan.FromHours(3));

        await app.UntilQueuedAsync(Commune, "commune-13891", dossier);
        await GoneAsync(app, "DistrictReviewer:361");
    }

    [Fact]
    public async Task ProvinceHasNotFilledInTheDays_NothingIsTaken()
    {
        using var open = new RuleBookCopy(sample: false);
        await using var app = await App.StartAsync(Evening, open.Path);

        var answer = await app.Api.SubmitAsync(Submission());

        Assert.Equal("rules_incomplete", answer.Code);
        Assert.Equal(2, answer.Json["errors"]!.AsArray().Count);
    }

    public void Dispose()
    {
        rules.Dispose();
        people.Dispose();
    }

    private Task<App> StartAsync(DateTimeOffset now)
    {
        var persons = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "local", "people.json")))!.AsArray();
        persons.Add(Person("commune-13891", "CommuneOfficer", "13891"));
        persons.Add(Person("province-37", "ProvincialApprover", "37"));
        var file = Path.Combine(people.Path, "people.json");
        File.WriteAllText(file, persons.ToJsonString());
        return App.StartAsync(now, rules.Path, null, ("SamplePeople", file));
    }

    private static JsonNode Person(string id, string role, string unit) => JsonSerializer.SerializeToNode(
        new { id, name = $"{id} (mẫu)", roles = new[] { new { role, unit } }, position = "Cán bộ", signatoryCapacity = Array.Empty<string>() })!;

    private static JsonObject Submission()
    {
        var submission = SampleSubmission.Of();
        submission["year"] = 2024;
        return submission;
    }

    private static async Task<string> SubmitAsync(App app) => (await app.Api.SubmitAsync(Submission())).Json["dossier"]!.GetValue<string>();

    private static Task<Answer> ApproveAsync(App app, string dossier, string stage, string person) =>
        app.PostAsync($"api/applications/{dossier}/approve", $$"""{"stage":"{{stage}}"}""", person);

    /// <summary>Nobody may read the queue of a body that has ended, so this looks at the rows.</summary>
    private static Task GoneAsync(App app, string queue) => app.UntilAsync(async () =>
        (await ((TitleCertification.Storage.ITables)app.Services.GetService(typeof(TitleCertification.Storage.ITables))!).ReadRangeAsync("WorkQueue", queue, "0", ":", 10)).Count == 0, $"A row stays in {queue}");
}
