using CsCheck;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

public sealed class UnitMapTests
{
    [Theory]
    [InlineData("Liễu Đề", "361-tt-lieu-de")]
    [InlineData("lieu de", "361-tt-lieu-de")]
    [InlineData("TT LIEU DE", "361-tt-lieu-de")]
    [InlineData("lieu de nghia hung", "361-tt-lieu-de")]
    [InlineData("Lie\u0302\u0303u \u0110e\u0302\u0300", "361-tt-lieu-de")]
    [InlineData("nghia hung", "361")] // the district itself before all that lies in it
    [InlineData("P. Trường Thi", "356-p-truong-thi")]
    [InlineData("TP Nam Định", "356")]
    [InlineData("hải long", "366-xa-hai-long")]
    public void Search_NameAsPeopleTypeIt_FindsTheUnitFirst(string text, string code) => Assert.Equal(code, NamDinh.Search(text)[0].Code);

    [Fact]
    public void Search_NameInTwoDistricts_FindsBoth() =>
        Assert.Equal(["361-xa-nam-dien", "362-xa-nam-dien"], NamDinh.Search("nam dien").Select(unit => unit.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Search_NameOnTheDayBeforeAndAfterTheMerger_FindsTheUnitOfThatDay()
    {
        Assert.Equal("361", NamDinh.Search("Nghĩa Hưng")[0].Code);
        Assert.Equal("13891", NinhBinh.Search("Nghĩa Hưng")[0].Code);
        Assert.Empty(NinhBinh.Search("Liễu Đề"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , . ")]
    [InlineData(null)]
    [InlineData("Sài Gòn")]
    public void Search_NothingOrUnknown_IsEmpty(string? text) => Assert.Empty(NamDinh.Search(text));

    [Fact]
    public void Search_ManyHits_StopsAtTheLimit() => Assert.Equal(7, NamDinh.Search("xa", 7).Count);

    [Fact]
    public void Search_EveryUnitByItsOwnAddress_FindsIt() =>
        Assert.All(NamDinh.All, unit => Assert.Contains(unit, NamDinh.Search(NamDinh.PathName(unit.Code), 200)));

    [Fact]
    public void Search_AnyText_NeverThrows() => Gen.String.Sample(text => NamDinh.Search(text).Count <= 20);

    [Fact]
    public void Path_OfCommune_ClimbsToTheProvince()
    {
        Assert.Equal(["361-tt-lieu-de", "361", "36"], NamDinh.Path("361-tt-lieu-de").Select(unit => unit.Code));
        Assert.Equal(["13891", "37"], NinhBinh.Path("13891").Select(unit => unit.Code));
    }

    [Theory]
    [InlineData("361-tt-lieu-de", "361-tt-lieu-de", true)]
    [InlineData("361-tt-lieu-de", "361", true)]
    [InlineData("361-tt-lieu-de", "36", true)]
    [InlineData("361-tt-lieu-de", "362", false)]
    [InlineData("361-tt-lieu-de", "37", false)]
    [InlineData("36", "361", false)]
    [InlineData("nowhere", "36", false)]
    public void IsWithin_Unit_FollowsTheTree(string code, string ancestor, bool within) => Assert.Equal(within, NamDinh.IsWithin(code, ancestor));

    [Theory]
    [InlineData(UnitKind.Hamlet, null)]
    [InlineData(UnitKind.Commune, "361-tt-lieu-de")]
    [InlineData(UnitKind.District, "361")]
    [InlineData(UnitKind.Province, "36")]
    public void Above_Commune_IsTheUnitOfThatKind(UnitKind kind, string? code) => Assert.Equal(code, NamDinh.Above("361-tt-lieu-de", kind)?.Code);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("99999")]
    public void AnyQuestion_AboutAnUnknownCode_HasAnEmptyAnswer(string? code)
    {
        Assert.Null(NamDinh.Find(code));
        Assert.Empty(NamDinh.Path(code));
        Assert.Equal("", NamDinh.PathName(code));
        Assert.Null(NamDinh.Above(code, UnitKind.Province));
        Assert.Empty(NamDinh.Children(code ?? ""));
        Assert.False(NamDinh.IsDisadvantaged(code));
    }

    [Theory]
    [InlineData(null, null, "2025-06-30", true)]
    [InlineData("2025-06-30", "2025-06-30", "2025-06-30", true)]
    [InlineData("2025-07-01", null, "2025-06-30", false)]
    [InlineData(null, "2025-06-29", "2025-06-30", false)]
    public void ExistsOn_Day_IncludesBothEnds(string? from, string? to, string day, bool exists) =>
        Assert.Equal(exists, new AdministrativeUnit("36", UnitType.Province, "Nam Định", null, Day(from), Day(to), Certainty.Found).ExistsOn(Day(day)!.Value));

    [Fact]
    public void On_AnyDay_IsATree() => Gen.Int[0, 4000].Sample(days =>
    {
        var map = AllUnits.On(new DateOnly(2020, 1, 1).AddDays(days));
        var all = map.All.ToList();
        foreach (var unit in all)
        {
            Assert.Equal(UnitKind.Province, map.Path(unit.Code)[^1].Kind);
            Assert.Equal(map.Path(unit.Code).Select(above => above.Kind).OrderDescending(), map.Path(unit.Code).Select(above => above.Kind));
        }

        // Every unit but the provinces is the child of exactly one other.
        Assert.Equal(all.Count - all.Count(unit => unit.Kind == UnitKind.Province), all.Sum(unit => map.Children(unit.Code).Count));
    }, iter: 60);

    [Theory]
    [InlineData("c1", "2023-12-31", false)]
    [InlineData("c1", "2024-01-01", true)]
    [InlineData("h1", "2024-06-01", true)] // it lies in the commune
    [InlineData("c1", "2024-12-31", true)]
    [InlineData("c1", "2025-01-01", false)]
    [InlineData("h1", "2025-01-01", true)] // listed by itself
    [InlineData("c1", "2026-01-01", false)]
    [InlineData("c2", "2024-06-01", false)]
    [InlineData("p", "2024-06-01", false)]
    public void IsDisadvantaged_Day_HoldsForTheUnitAndWhatLiesInIt(string code, string day, bool disadvantaged)
    {
        var units = SomeUnits.Of(
            "p,Tỉnh,P,,,,FOUND,\nc1,Xã,A,p,,,FOUND,\nc2,Xã,B,p,,,FOUND,\nh1,Thôn,1,c1,,,FOUND,",
            disadvantaged: "c1,2024-01-01,2024-12-31,Quyết định 1,FOUND,\nh1,2025-01-01,,\"Quyết định 2, phụ lục\",PROPOSAL,");

        Assert.Equal(disadvantaged, units.On(Day(day)!.Value).IsDisadvantaged(code));
        Assert.Equal("Quyết định 2, phụ lục", units.On(new(2025, 1, 1)).Disadvantage("h1")!.Basis);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);
}
