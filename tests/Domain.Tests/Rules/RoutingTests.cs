using System.Text.Json.Nodes;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>A route is a function of title, level and day.</summary>
public class RoutingTests
{
    private const string Town = "361-tt-lieu-de";
    private const string Commune = "13891";
    private static readonly DateOnly LastOfDistricts = new(2025, 6, 30);

    [Theory]
    [InlineData("2016-01-01", "district-then-province")]
    [InlineData("2025-06-30", "district-then-province")]
    [InlineData("2025-07-01", "commune-then-province")]
    [InlineData("2026-12-31", "commune-then-province")]
    public void RouteFor_Day_IsThatOfTheDay(string day, string route) =>
        Assert.Equal(route, ABook.Shipped().Book().RouteFor(TitleKind.Family, HolderLevel.Household, DateOnly.Parse(day))?.Id);

    [Fact]
    public void RouteFor_ProvinceChoseTheCommuneAlone_HoldsForFamiliesAndClansOnly()
    {
        var book = Alone().Book();

        Assert.Equal("commune-alone", book.RouteFor(TitleKind.Family, HolderLevel.Household, LastOfDistricts)?.Id);
        Assert.Equal("commune-alone", book.RouteFor(TitleKind.Clan, HolderLevel.Clan, LastOfDistricts.AddDays(1))?.Id);
        Assert.Equal("district-then-province", book.RouteFor(TitleKind.LearningUnit, HolderLevel.District, LastOfDistricts)?.Id);
    }

    [Fact]
    public void RouteFor_ProvincesOwn_GoesBeforeTheNationalOne()
    {
        var book = ABook.Shipped().Copy("routes/commune-alone.json", "routes/own.json").Edit("routes/own.json", j => (j["id"], j["jurisdiction"]) = ("own", "37"))
            .Edit("province.json", j => j["routes"]!.AsArray().Add("own")).Book();

        Assert.Equal("own", book.RouteFor(TitleKind.Family, HolderLevel.Household, LastOfDistricts)?.Id);
    }

    [Fact]
    public void Of_Complete_BindsEachStageToTheBodyOfThePlace()
    {
        var (stages, refusal) = Routing.Of(ABook.Sample().Book(), TitleKind.LearningUnit, HolderLevel.District, Town, LastOfDistricts);

        Assert.Null(refusal);
        Assert.Equal([("district", Role.DistrictReviewer, "361"), ("province", Role.ProvincialApprover, "36")], stages!.Select(stage => (stage.Code, stage.Role, stage.Unit)));
    }

    [Fact]
    public void Of_AfterTheMerger_TheCommuneReviews()
    {
        var book = ABook.Sample().Edit("province.json", j => { j["unit"] = "37"; j.AsObject().Remove("asOf"); }).Remove(
            "criteria/mau-gdht.json", "criteria/mau-dhht.json", "criteria/mau-dvht.json", "criteria/mau-cdht-xa.json", "criteria/mau-cdht-thon.json").Book();

        var (stages, _) = Routing.Of(book, TitleKind.Family, HolderLevel.Household, Commune, LastOfDistricts.AddDays(1));

        Assert.Equal([("commune", Role.CommuneOfficer, Commune), ("province", Role.ProvincialApprover, "37")], stages!.Select(stage => (stage.Code, stage.Role, stage.Unit)));
    }

    [Fact]
    public void Of_DaysNotGiven_SaysWhatTheProvinceHasToFillIn()
    {
        var (stages, refusal) = Routing.Of(ABook.Shipped().Book(), TitleKind.Family, HolderLevel.Household, Commune, LastOfDistricts.AddDays(1));

        Assert.Null(stages);
        Assert.Equal("rules_incomplete", refusal!.Code);
        Assert.Equal(["stage_incomplete", "stage_incomplete"], refusal.Faults.Select(fault => fault.Code));
        Assert.Contains("commune-then-province", refusal.Faults[0].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoRoute_IsRefused()
    {
        var (_, refusal) = Routing.Of(ABook.Sample().Book(), TitleKind.Community, HolderLevel.Province, "36", LastOfDistricts);

        Assert.Equal(["route_missing"], refusal!.Faults.Select(fault => fault.Code));
    }

    [Theory]
    [InlineData("361", "H42.361")]
    [InlineData("361-tt-lieu-de", "H42.361")] // an identifier of our own is never an official code
    [InlineData("13891", "H42")] // five digits have no place in the national form
    [InlineData("14215", "H42.12")]
    public void AgencyOf_Body_AlwaysMakesADossierNumber(string unit, string agency)
    {
        var book = ABook.Shipped().Edit("province.json", j => j["agencies"] = new JsonArray(new JsonObject { ["unit"] = "14215", ["code"] = "H42.12" })).Book();
        var day = unit.Length == 5 ? LastOfDistricts.AddDays(1) : LastOfDistricts;

        Assert.Equal(agency, book.AgencyOf(unit, day));
        Assert.True(Domain.Applications.DossierNumber.TryCreate(agency, day, 1, out _));
    }

    [Fact]
    public void Version_AnyRule_ChangesItAndNothingElseDoes()
    {
        var version = ABook.Shipped().Book().Version;

        Assert.Equal(version, ABook.Shipped().Put("README.md", "x").Put("schema/x.json", "x").Book().Version);
        Assert.NotEqual(version, ABook.Shipped().Edit("calendar/2027.json", j => j["announced"] = true).Book().Version);
        Assert.Matches("^[0-9a-f]{64}$", version);
    }

    private static ABook Alone() => ABook.Shipped()
        .Edit("routes/district-then-province.json", WithoutFamiliesAndClans).Edit("routes/commune-then-province.json", WithoutFamiliesAndClans)
        .Edit("province.json", j => j["routes"]!.AsArray().Add("commune-alone"));

    private static void WithoutFamiliesAndClans(JsonNode route)
    {
        route["appliesTo"]!.AsArray().RemoveAt(0);
        route["appliesTo"]!.AsArray().RemoveAt(0);
    }
}
