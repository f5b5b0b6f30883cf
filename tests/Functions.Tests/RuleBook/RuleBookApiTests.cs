using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Units;

namespace TitleCertification.Functions.Tests.RuleBook;

/// <summary>The rule book over HTTP, of the demonstration: its map and routes are those of 30 June 2025.</summary>
public sealed class RuleBookApiTests(UnitsTests.Service service) : IClassFixture<UnitsTests.Service>
{
    [Fact]
    public async Task RuleBook_Asked_SaysWhoseItIsAndWhatIsMissing()
    {
        var book = (await service.Api.GetAsync("api/rulebook")).Json;

        Assert.Equal(64, ((string)book["version"]!).Length);
        Assert.True((bool)book["sample"]!);
        Assert.Equal("2025-06-30", (string?)book["asOf"]);
        Assert.Equal("Tỉnh Nam Định", (string?)book["province"]!["name"]);
        Assert.Contains("DVHT-TT22-2020", Texts(book["criteriaSets"]!, "id"));
        Assert.Equal([2024, 2025, 2026, 2027], book["calendar"]!.AsArray().Select(year => (int)year!["year"]!));
        Assert.All(book["calendar"]!.AsArray(), year => Assert.NotNull(year!["basis"]!["document"]));
        // Communities above the commune have no complete set in the demonstration.
        Assert.Contains(book["gaps"]!.AsArray(), gap => ((string)gap!["en"]!).StartsWith("Learning Community (district or city) cannot be certified yet", StringComparison.Ordinal));
        Assert.DoesNotContain(book["gaps"]!.AsArray(), gap => ((string)gap!["en"]!).StartsWith("Learning Family", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Routes_OfAPlace_NameTheBodiesThatDecideThere()
    {
        var routes = (await service.Api.GetAsync("api/routes?title=LearningUnit&level=District&unit=361-tt-lieu-de")).Json;

        Assert.Equal("2025-06-30", (string?)routes["on"]);
        var route = Assert.Single(routes["items"]!.AsArray())!;
        Assert.True((bool)route["holds"]! && (bool)route["complete"]!);
        Assert.Equal(
            [("district", "DistrictReviewer", "361", "Huyện Nghĩa Hưng"), ("province", "ProvincialApprover", "36", "Tỉnh Nam Định")],
            route["stages"]!.AsArray().Select(stage => ((string)stage!["code"]!, (string)stage["role"]!, (string)stage["body"]!["code"]!, (string)stage["body"]!["name"]!)));
    }

    [Fact]
    public async Task Routes_OfTheDayAfterTheDistricts_AreReviewedByTheCommune()
    {
        var routes = (await service.Api.GetAsync("api/routes?title=Family&unit=13891&on=2025-07-01")).Json;

        var route = Assert.Single(routes["items"]!.AsArray())!;
        Assert.Equal("commune-then-province", (string?)route["id"]);
        Assert.Equal(["13891", "37"], route["stages"]!.AsArray().Select(stage => (string)stage!["body"]!["code"]!));
    }

    [Fact]
    public async Task Routes_Unasked_AreAllWithWhetherTheyWereChosen()
    {
        var routes = (await service.Api.GetAsync("api/routes")).Json["items"]!;

        Assert.Equal(["district-then-province", "commune-alone", "commune-then-province"], Texts(routes, "id").OrderBy(id => id == "district-then-province" ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal));
        var alone = routes.AsArray().Single(route => (string)route!["id"]! == "commune-alone")!;
        Assert.False((bool)alone["chosen"]! || (bool)alone["holds"]!);
        Assert.Null(alone["stages"]![0]!["body"]);
        Assert.Equal(["Family", "Clan"], Texts(alone["appliesTo"]!, "title"));
    }

    [Theory]
    [InlineData("title=LearningUnit&level=District&year=2024", "unit-submits", "2025-01-15")]
    [InlineData("title=LearningUnit&level=Province&year=2025", "unit-submits", "2026-01-15")]
    public async Task Deadlines_OfAYear_AreDaysOfTheNext(string query, string code, string before)
    {
        var deadlines = (await service.Api.GetAsync($"api/deadlines?{query}")).Json;

        var deadline = deadlines["items"]!.AsArray().Single(item => (string)item!["code"]! == code)!;
        Assert.Equal(before, (string?)deadline["before"]);
        Assert.Equal("Found", (string?)deadline["certainty"]);
    }

    [Fact]
    public async Task Deadlines_OfNoTitle_AreThoseOfAll()
    {
        var all = (await service.Api.GetAsync("api/deadlines?year=2024")).Json["items"]!.AsArray().Count;
        var some = (await service.Api.GetAsync("api/deadlines?year=2024&title=Community")).Json["items"]!.AsArray().Count;

        Assert.InRange(some, 1, all - 1);
    }

    [Theory]
    [InlineData("vi", "Mức độ 2: 95%; chỉ với: Cấp tỉnh quản lý")]
    [InlineData("en", "Level 1: met; only for: Higher education institution, Managed by the province")]
    public async Task SetPage_IndicatorOfSomeUnitsOnly_SaysOfWhom(string language, string words) =>
        Assert.Contains(words, WebUtility.HtmlDecode((await service.Api.GetAsync($"rules/sets/DVHT-TT24-2023?lang={language}")).Text), StringComparison.Ordinal);

    [Fact]
    public async Task Calendar_OfAYear_HoldsItsDays()
    {
        var year = (await service.Api.GetAsync("api/calendar/2026")).Json;

        Assert.True((bool)year["covers"]!);
        Assert.Contains(year["days"]!.AsArray(), day => (string)day!["day"]! == "2026-09-02" && (string)day["kind"]! == "Holiday");
        Assert.False((bool)(await service.Api.GetAsync("api/calendar/2031")).Json["covers"]!);
    }

    [Theory]
    [InlineData("api/routes?title=DVHT&level=Planet&on=30/06/2025", "/title /level /on")]
    [InlineData("api/routes?title=2", "/title")]
    [InlineData("api/deadlines?title=x&year=99999", "/title /year")]
    public async Task Query_ThatIsWrong_NamesEveryFault(string path, string pointers)
    {
        var answer = await service.Api.GetAsync(path);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid_input"), (answer.Status, answer.Code));
        Assert.Equal(pointers, string.Join(' ', answer.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!)));
    }

    [Theory]
    [InlineData("api/routes?unit=361-tt-lieu-de&on=2025-07-01", "unknown_unit")]
    [InlineData("api/calendar/next", "unknown_address")]
    public async Task What_IsNotThere_IsNotFound(string path, string code)
    {
        var answer = await service.Api.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, code), (answer.Status, answer.Code));
    }

    private static IEnumerable<string> Texts(JsonNode list, string field) => list.AsArray().Select(item => (string)item![field]!);
}
