using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>What waits, filtered, searched, counted and claimed, over the API; the page shows the same.</summary>
public sealed class WaitingCasesTests : IAsyncLifetime
{
    private const string Lan = "district-361";
    private const string Binh = SamplePerson.SecondReviewer;

    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Search_WordsWithoutDiacritics_FindsNamePlaceAndNumber()
    {
        var (school, clinic) = (await SubmitAsync("Trường THCS Nghĩa Hưng"), await SubmitAsync("Trạm Y tế Liễu Đề"));
        var (first, eleventh) = (await SubmitAsync("Trường Mầm non số 1"), await SubmitAsync("Trường Mầm non số 11"));

        foreach (var (text, expected) in new[]
        {
            ("THCS nghia", new[] { school }), ("y te", [clinic]), ("tram lieu de", [clinic]), ("truong huyen nghia hung", [school, first, eleventh]), (clinic, [clinic]), (clinic[^4..], [clinic]), ("khong co", []),
            // A short number is one of a name, and whole: the digit stands in nearly every dossier number.
            ("so 1", [first]), ("mam non 11", [eleventh]), ("11", [eleventh]), ("111", []),
        })
            Assert.Equal((text, string.Join(' ', expected)), (text, string.Join(' ', Dossiers(await FindAsync(Lan, new JsonObject { ["text"] = text })))));
    }

    [Fact]
    public async Task Filter_ByTitleLevelStageAndMarks_LeavesWhatFitsAndCountsEverything()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");

        foreach (var (filter, fits) in new[]
        {
            ("""{"title":"LearningUnit"}""", 1), ("""{"title":"Family"}""", 0), ("""{"level":"District"}""", 1), ("""{"level":"Commune"}""", 0), ("""{"stage":"district"}""", 1), ("""{"stage":"province"}""", 0),
            ("""{"show":"Late"}""", 0), ("""{"show":"Today"}""", 0), ("""{"show":"Unclaimed"}""", 1), ("""{"show":"Mine"}""", 0),
        })
        {
            var found = await FindAsync(Lan, (JsonObject)JsonNode.Parse(filter)!);
            Assert.Equal((filter, fits), (filter, found["matching"]!.GetValue<int>()));
            Assert.Equal(1, found["counters"]!["all"]!.GetValue<int>());
        }

        var due = DateOnly.Parse((await FindAsync(Lan, []))["items"]![0]!["dueOn"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        app.Clock.SetUtcNow(new(due.ToDateTime(new(8, 0)), TimeSpan.FromHours(7)));
        var today = await FindAsync(Lan, new JsonObject { ["show"] = "Today" });
        Assert.Equal((dossier, true, false), (Dossiers(today)[0], today["items"]![0]!["dueToday"]!.GetValue<bool>(), today["items"]![0]!["late"]!.GetValue<bool>()));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([dossier], Dossiers(await FindAsync(Lan, new JsonObject { ["show"] = "Late" })));
    }

    [Fact]
    public async Task Claim_IsSeenByOthersRefusedToThemAndNoObstacleToADecision()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");

        Assert.Equal(HttpStatusCode.NoContent, (await ClaimAsync(dossier, Lan)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await ClaimAsync(dossier, Lan)).Status);
        var second = await ClaimAsync(dossier, Binh);
        Assert.Equal((HttpStatusCode.Conflict, "claimed"), (second.Status, second.Code));
        Assert.Equal(Lan, (await FindAsync(Binh, []))["items"]![0]!["claim"]!["person"]!.GetValue<string>());
        Assert.Equal((0, 1), await MarksAsync(Binh));
        Assert.Equal((1, 1), await MarksAsync(Lan));

        // Releasing what another has claimed does nothing.
        Assert.Equal(HttpStatusCode.NoContent, (await app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/release", person: Binh)).Status);
        Assert.Equal((1, 1), await MarksAsync(Lan));
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", Binh)).Status);
        Assert.Empty(Dossiers(await FindAsync(Lan, [])));
    }

    [Fact]
    public async Task Claim_Released_IsFreeForOthers()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");
        await ClaimAsync(dossier, Lan);
        await app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/release", person: Lan);

        Assert.Equal(HttpStatusCode.NoContent, (await ClaimAsync(dossier, Binh)).Status);
    }

    [Fact]
    public async Task Claim_ByEverybodyAtOnce_IsGivenToOne()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => ClaimAsync(dossier, number % 2 == 0 ? Lan : Binh)));

        Assert.Equal(new[] { HttpStatusCode.NoContent, HttpStatusCode.Conflict }, answers.Select(answer => answer.Status).Distinct().Order());
        var holder = (await FindAsync(Lan, []))["items"]![0]!["claim"]!["person"]!.GetValue<string>();
        Assert.All(answers.Index().Where(answer => answer.Item.Status == HttpStatusCode.NoContent), answer => Assert.Equal(holder, answer.Index % 2 == 0 ? Lan : Binh));
    }

    /// <summary>A case with a declared conflict is gone from the list, from every counter, from the page of the case and from bulk approval; to others it is there.</summary>
    [Fact]
    public async Task Conflict_Declared_HidesTheCaseEverywhere()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");
        await app.PostAsync($"api/applications/{dossier}/conflict", """{"kind":"Family","reason":"Em trai đứng đơn"}""", Lan);
        await app.UntilAsync(async () => Dossiers(await FindAsync(Lan, [])).Count == 0, "the queue did not follow");

        var found = await FindAsync(Lan, new JsonObject { ["text"] = dossier });
        Assert.Equal([0, 0, 0, 0, 0], found["counters"]!.AsObject().Select(counter => counter.Value!.GetValue<int>()));
        foreach (var path in new[] { "", "/approve", "/correct", "/refuse", "/conflict" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await app.Api.GetAsync($"review/{dossier}{path}", Lan)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await ClaimAsync(dossier, Lan)).Status);
        Assert.Equal([dossier], Dossiers(await FindAsync(Binh, [])));
    }

    [Fact]
    public async Task Pages_OfMoreThanFifty_FollowEachOtherAndTheLastIsShownBeyondTheEnd()
    {
        await app.SubmitAsync(53);
        await app.UntilAsync(async () => (await FindAsync(Lan, []))["matching"]!.GetValue<int>() == 53, "not all of them wait");

        var (first, second, beyond) = (await FindAsync(Lan, []), await FindAsync(Lan, new JsonObject { ["page"] = 2 }), await FindAsync(Lan, new JsonObject { ["page"] = 99 }));

        Assert.Equal((50, 3, 2), (Dossiers(first).Count, Dossiers(second).Count, first["pages"]!.GetValue<int>()));
        Assert.Equal(53, Dossiers(first).Concat(Dossiers(second)).Distinct().Count());
        Assert.Equal(Dossiers(second), Dossiers(beyond));

        // Whoever comes back from a case is shown the page on which it stands.
        using var browser = StaffBrowser.Open(app, Lan);
        var page = (await browser.GetAsync($"review?of={Dossiers(second)[0]}&due={second["items"]![0]!["dueOn"]!.GetValue<string>()}")).Text;
        Assert.All(Dossiers(second), dossier => Assert.Contains(dossier, page, StringComparison.Ordinal));
        Assert.All(Dossiers(first), dossier => Assert.DoesNotContain(dossier, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queue_AskedForByMany_IsReadOnceAndWhatAnotherInstanceWritesIsSeen()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");
        var here = app.Services.GetRequiredService<WorkQueueTable>();
        using var projector = new Projector(app.Services.GetRequiredService<ITables>(), TimeProvider.System, TimeSpan.Zero);
        using var elsewhere = new WorkQueueTable(app.Services.GetRequiredService<ITables>(), projector);

        var pages = new List<FirstRows>();
        for (var i = 0; i < 40; i++)
            pages.Add(await here.ReadFirstAsync(Role.DistrictReviewer, "361", CancellationToken.None));
        // The very same object where it was kept: how long forty calls take on a busy machine is not known.
        Assert.InRange(pages.Distinct<object>(ReferenceEqualityComparer.Instance).Count(), 1, 20);

        var state = (await app.Services.GetRequiredService<ApplicationTable>().ReadAsync(DossierNumber.Parse(dossier), CancellationToken.None))!;
        await elsewhere.ProjectAsync(state with { Status = ApplicationStatus.Withdrawn }, [.. QueueRow.Of(state).Select(row => row.Key)], CancellationToken.None);
        await Patience.UntilAsync(
            async () => (await here.ReadFirstAsync(Role.DistrictReviewer, "361", CancellationToken.None)).Rows.Count == 0, () => "what another instance wrote is not seen");
        await app.AnsweredAsync(here.ProjectAsync(state, [], CancellationToken.None));
        Assert.Single((await here.ReadFirstAsync(Role.DistrictReviewer, "361", CancellationToken.None)).Rows);
    }

    private async Task<string> SubmitAsync(string holder)
    {
        var dossier = (await app.AnsweredAsync(app.Api.SubmitAsync(SampleSubmission.Of(holder)))).Json["dossier"]!.GetValue<string>();
        await app.UntilAsync(async () => Dossiers(await FindAsync(Lan, new JsonObject { ["text"] = dossier })).Count == 1, $"{dossier} does not wait");
        return dossier;
    }

    private Task<Answer> ClaimAsync(string dossier, string person) => app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/claim", person: person);

    private async Task<JsonNode> FindAsync(string person, JsonObject filter) => (await app.Api.PostAsync("api/queue/search", filter, person)).Json;

    /// <summary>How many are his own, and how many are claimed by anybody.</summary>
    private async Task<(int Mine, int Claimed)> MarksAsync(string person)
    {
        var counters = (await FindAsync(person, []))["counters"]!;
        return (counters["mine"]!.GetValue<int>(), counters["all"]!.GetValue<int>() - counters["unclaimed"]!.GetValue<int>());
    }

    private static List<string> Dossiers(JsonNode found) => [.. found["items"]!.AsArray().Select(item => item!["dossier"]!.GetValue<string>())];
}
