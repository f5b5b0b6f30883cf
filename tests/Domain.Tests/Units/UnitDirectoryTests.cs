using CsCheck;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

public sealed class UnitDirectoryTests
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
    public void Path_OfCommune_ClimbsToTheProvince() =>
        Assert.Equal(["361-tt-lieu-de", "361", "36"], NamDinh.Path("361-tt-lieu-de").Select(unit => unit.Code));

    [Theory]
    [InlineData("361-tt-lieu-de", "361-tt-lieu-de", true)]
    [InlineData("361-tt-lieu-de", "361", true)]
    [InlineData("361-tt-lieu-de", "36", true)]
    [InlineData("361-tt-lieu-de", "362", false)]
    [InlineData("36", "361", false)]
    [InlineData("nowhere", "36", false)]
    public void IsWithin_Unit_FollowsTheTree(string code, string ancestor, bool within) => Assert.Equal(within, NamDinh.IsWithin(code, ancestor));

    [Theory]
    [InlineData(UnitKind.Commune, "361-tt-lieu-de")]
    [InlineData(UnitKind.District, "361")]
    [InlineData(UnitKind.Province, "36")]
    public void Above_Commune_IsTheUnitOfThatKind(UnitKind kind, string code) => Assert.Equal(code, NamDinh.Above("361-tt-lieu-de", kind)?.Code);

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
    }

    [Fact]
    public void Directory_BrokenTree_NamesEveryError()
    {
        var broken = Assert.Throws<RuleBookException>(() => new UnitDirectory(
        [
            Unit("36", UnitType.Province, "Nam Định", null),
            Unit("36", UnitType.Province, "Hà Nam", null),
            Unit("361", UnitType.RuralDistrict, "Nghĩa Hưng", "99"),
            Unit("x", UnitType.Commune, "Ở Thẳng Tỉnh", "36"),
            Unit("35", UnitType.Province, "Trong Tỉnh", "36"),
        ]));

        Assert.Equal(
            [
                "units: 36: the code is used by Tỉnh Nam Định and Tỉnh Hà Nam.",
                "units: 361: Huyện Nghĩa Hưng cannot lie in \"99\".",
                "units: x: Xã Ở Thẳng Tỉnh cannot lie in \"36\".",
                "units: 35: Tỉnh Trong Tỉnh cannot lie in \"36\".",
            ],
            broken.Errors);
    }

    [Theory]
    [InlineData(null, null, "2025-06-30", true)]
    [InlineData("2025-06-30", "2025-06-30", "2025-06-30", true)]
    [InlineData("2025-07-01", null, "2025-06-30", false)]
    [InlineData(null, "2025-06-29", "2025-06-30", false)]
    public void ExistsOn_Day_IncludesBothEnds(string? from, string? to, string day, bool exists) =>
        Assert.Equal(exists, (Unit("36", UnitType.Province, "Nam Định", null) with { ValidFrom = Day(from), ValidTo = Day(to) }).ExistsOn(Day(day)!.Value));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);

    private static AdministrativeUnit Unit(string code, UnitType type, string name, string? parent) =>
        new(code, type, name, parent, null, null, Certainty.Found);
}
