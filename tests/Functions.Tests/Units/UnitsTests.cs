using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Units;

/// <summary>Units over HTTP, under the demonstration's map of 30 June 2025.</summary>
public sealed class UnitsTests(UnitsTests.Service service) : IClassFixture<UnitsTests.Service>
{
    [Theory]
    [InlineData("search=lieu de&kind=Commune", "361-tt-lieu-de")]
    [InlineData("search=Xã Nghĩa Hưng&on=2025-07-01&limit=1", "13891")]
    [InlineData("search=nam dien&in=362&kind=Commune", "362-xa-nam-dien")]
    [InlineData("search=giao tiến", "")]
    [InlineData("search=giao tiến&all=true", "365-xa-giao-tien")]
    [InlineData("search=liễu đề&kind=District", "")]
    [InlineData("in=361&on=2025-07-02", null)]
    [InlineData("in=37&on=2025-07-01&limit=3", "13669 13684 13693")]
    [InlineData("kind=Province", "35 36 37")]
    public async Task FindUnits_Query_AnswersWithTheUnitsOfTheDay(string query, string? codes)
    {
        var answer = await service.Api.GetAsync($"api/units?{query}");

        if (codes is null)
            Assert.Equal((HttpStatusCode.NotFound, "unknown_unit"), (answer.Status, answer.Code));
        else
            Assert.Equal(codes, string.Join(' ', answer.Json["items"]!.AsArray().Select(item => (string)item!["code"]!)));
    }

    [Theory]
    [InlineData("units?search=xa", 20)]
    [InlineData("units?search=xa&limit=7", 7)]
    [InlineData("units?search=xa&limit=100000", 200)]
    [InlineData("units?search=xa&limit=-1", 20)]
    public async Task FindUnits_ManyHits_AreBounded(string path, int most) =>
        Assert.InRange((await service.Api.GetAsync($"api/{path}")).Json["items"]!.AsArray().Count, 1, most);

    [Theory]
    [InlineData("on=30/06/2025&kind=Village", "/on /kind")]
    [InlineData("on=2025-02-30", "/on")]
    [InlineData("kind=2", "/kind")]
    public async Task FindUnits_WrongQuery_NamesEveryFault(string query, string pointers)
    {
        foreach (var path in new[] { "api/units?", "api/units/361?" })
        {
            var answer = await service.Api.GetAsync(path + query);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid_input"), (answer.Status, answer.Code));
            Assert.Equal(pointers, string.Join(' ', answer.Json["errors"]!.AsArray().Select(error => (string)error!["pointer"]!)));
        }
    }

    [Fact]
    public async Task FindUnits_LongText_IsRefused() =>
        Assert.Equal("invalid_input", (await service.Api.GetAsync($"api/units?search={new string('a', 201)}")).Code);

    [Fact]
    public async Task GetUnit_OfTheMap_HasPathAndHowItEnds()
    {
        var unit = (await service.Api.GetAsync("api/units/361-tt-lieu-de")).Json;

        Assert.Equal("Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định", (string?)unit["address"]!["vi"]);
        Assert.Equal("Liễu Đề township, Nghĩa Hưng district, Nam Định province", (string?)unit["address"]!["en"]);
        Assert.False((bool)unit["official"]!);
        Assert.Equal(["361-tt-lieu-de", "361", "36"], unit["path"]!.AsArray().Select(above => (string)above!["code"]!));
        Assert.Equal(("Merged", "2025-07-01", "13891", "Found"), (
            (string?)unit["ending"]!["kind"], (string?)unit["ending"]!["on"], (string?)unit["ending"]!["to"]![0]!["code"], (string?)unit["ending"]!["certainty"]));
        Assert.Null(unit["explanation"]); // on the map of the demonstration it is there
    }

    [Fact]
    public async Task GetUnit_ThatEnded_SaysWhatItIsNow()
    {
        var unit = (await service.Api.GetAsync("api/units/365-xa-giao-tien")).Json;

        Assert.Equal("365-tt-giao-thuy", (string?)Assert.Single(unit["today"]!.AsArray())!["code"]);
        Assert.StartsWith("Xã Giao Tiến (huyện Giao Thủy) nhập vào thị trấn Giao Thủy từ 01/09/2024", (string?)unit["explanation"]!["vi"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetUnit_DistrictThatWasAbolished_NamesTheCommunesThatCameOutOfIt()
    {
        var unit = (await service.Api.GetAsync("api/units/361?on=2025-07-01")).Json;

        Assert.Equal(("2025-06-30", "Abolished", "Nghị quyết 203/2025/QH15"), (
            (string?)unit["validTo"], (string?)unit["ending"]!["kind"], (string?)unit["ending"]!["decree"]));
        Assert.Equal(7, unit["cameOutOf"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("%E2%82%AC")]
    [InlineData("..%2f..")]
    public async Task GetUnit_UnknownCode_IsNotFound(string code) => Assert.Equal(HttpStatusCode.NotFound, (await service.Api.GetAsync($"api/units/{code}")).Status);

    [Theory]
    [InlineData("365-xa-giao-tien", "unit_ended", "nhập vào thị trấn Giao Thủy từ 01/09/2024")]
    [InlineData("13891", "unit_not_yet", "có từ 01/07/2025")]
    [InlineData("361", "unit_not_a_commune", "xã, phường, thị trấn")]
    [InlineData("99999", "unknown_unit", "99999")]
    public async Task Submit_UnitThatEndedOrIsYetToCome_IsRefusedWithWhatBecameOfIt(string unit, string code, string said)
    {
        var answer = await service.Api.SubmitAsync(SampleSubmission.Of(unit: unit));

        Assert.Equal("invalid_input", answer.Code);
        JsonNode fault = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal((code, "/unit"), ((string?)fault["code"], (string?)fault["pointer"]));
        Assert.Contains(said, (string?)fault["vi"], StringComparison.Ordinal);
    }

    /// <summary>One service for all of them: nothing here changes it.</summary>
    public sealed class Service : IAsyncLifetime
    {
        private App? app;

        public ServiceApi Api => app!.Api;

        public async Task InitializeAsync() => app = await App.StartAsync();

        public async Task DisposeAsync() => await app!.DisposeAsync();
    }
}
