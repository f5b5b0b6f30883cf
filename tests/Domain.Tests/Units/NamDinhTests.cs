using System.Globalization;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>
/// Law-and-practice 7.1 and 7.2: Nam Định on 30 June 2025, one province, nine districts, 175 communes; on 1 July 2025 57 communes, directly in Ninh Bình.
/// </summary>
public sealed class NamDinhTests
{
    [Fact]
    public void LastDayOfNamDinh_AsShipped_HasNineDistrictsAnd175Communes()
    {
        Assert.Equal("Tỉnh Nam Định", NamDinh.Find("36")?.FullName);
        Assert.Equal(9, NamDinh.Children("36").Count);
        Assert.Equal(175, NamDinh.All.Count(unit => unit.Kind == UnitKind.Commune));
        Assert.Equal(175, NamDinh.Children("36").Sum(district => NamDinh.Children(district.Code).Count));
        Assert.Null(NamDinh.Find("13891"));
    }

    [Fact]
    public void FirstDayInNinhBinh_AsShipped_Has57CommunesDirectlyInTheProvinceAndNoDistrict()
    {
        Assert.Equal(57, NinhBinh.Children("37").Count(unit => unit.Kind == UnitKind.Commune));
        Assert.Equal(57, NinhBinh.All.Count(unit => unit.Kind == UnitKind.Commune));
        Assert.Equal(8, NinhBinh.All.Count(unit => unit.Type == UnitType.Ward));
        Assert.DoesNotContain(NinhBinh.All, unit => unit.Kind == UnitKind.District);
        Assert.Null(NinhBinh.Find("36"));
        Assert.All(NinhBinh.All, unit => Assert.True(unit.HasOfficialCode));
        Assert.Equal("Xã Nghĩa Hưng, tỉnh Ninh Bình", NinhBinh.PathName("13891"));
        Assert.Null(NinhBinh.Above("13891", UnitKind.District));
    }

    [Theory]
    [InlineData("2025-06-30T16:59:59Z", "36")]
    [InlineData("2025-06-30T17:00:00Z", "37")] // midnight in Viet Nam
    [InlineData("2025-07-01T00:30:00+09:00", "36")]
    public void Merger_OfTheProvinces_HappensAtMidnightInVietNam(string instant, string province)
    {
        var map = AllUnits.On(VietnamTime.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

        Assert.Equal(province, map.Above(map.Search("Rạng Đông")[0].Code, UnitKind.Province)!.Code);
    }

    [Fact]
    public void EveryOldCommune_BecameExactlyOneNewOne_AndEveryNewOneWasMadeOfOldOnes()
    {
        var old = NamDinh.All.Where(unit => unit.Kind == UnitKind.Commune).ToList();
        var became = old.ToDictionary(unit => unit, unit => Assert.Single(AllUnits.AsOf(unit, NinhBinh.Day)));

        Assert.Equal(NinhBinh.Children("37").ToHashSet(), became.Values.ToHashSet());
        Assert.All(NinhBinh.Children("37"), unit =>
            Assert.Equal(became.Where(pair => pair.Value == unit).Select(pair => pair.Key).ToHashSet(), AllUnits.AsOf(unit, NamDinh.Day).ToHashSet()));
    }

    [Theory]
    [InlineData("366-xa-hai-long", "14215", "Xã Hải Hậu")]
    [InlineData("361-tt-lieu-de", "13891", "Xã Nghĩa Hưng")]
    [InlineData("365-xa-giao-tien", "14167", "Xã Giao Thủy")]
    [InlineData("365-tt-giao-thuy", "14167", "Xã Giao Thủy")]
    [InlineData("363-xa-truwcj-huwng", "14053", "Xã Trực Ninh")]
    [InlineData("363-xa-truwcj-hungf", "14077", "Xã Ninh Cường")]
    [InlineData("362-xa-nam-dien", "13972", "Phường Vị Khê")]
    [InlineData("361-xa-nam-dien", "13894", "Xã Rạng Đông")]
    [InlineData("36", "37", "Tỉnh Ninh Bình")]
    public void AsOf_UnitOfNamDinh_IsWhatItIsSince(string old, string code, string name)
    {
        var now = Assert.Single(AllUnits.AsOf(AllUnits.Ever(old)[0], NinhBinh.Day));

        Assert.Equal((code, name), (now.Code, now.FullName));
    }

    [Theory]
    [InlineData("356", "Thành phố Nam Định", 21, Certainty.Recalled)]
    [InlineData("359", "Huyện Vụ Bản", 14, Certainty.Recalled)]
    [InlineData("360", "Huyện Ý Yên", 23, Certainty.Found)]
    [InlineData("361", "Huyện Nghĩa Hưng", 20, Certainty.Found)]
    [InlineData("362", "Huyện Nam Trực", 18, Certainty.Found)]
    [InlineData("363", "Huyện Trực Ninh", 21, Certainty.Found)]
    [InlineData("364", "Huyện Xuân Trường", 14, Certainty.Found)]
    [InlineData("365", "Huyện Giao Thủy", 20, Certainty.Found)]
    [InlineData("366", "Huyện Hải Hậu", 24, Certainty.Found)]
    public void District_AsShipped_HasItsNameCommunesAndCertainty(string code, string name, int communes, Certainty certainty)
    {
        var district = NamDinh.Find(code)!;

        Assert.Equal((name, certainty), (district.FullName, district.CodeCertainty));
        Assert.Equal(communes, NamDinh.Children(code).Count);
        Assert.True(district.HasOfficialCode);
        Assert.Equal(SuccessionKind.Abolished, AllUnits.Ending(district)!.Kind);
        Assert.Empty(AllUnits.AsOf(district, NinhBinh.Day));
    }

    [Fact]
    public void CameOutOf_District_IsTheCommunesThatItsCommunesBecame() => Assert.Equal(
        ["13891", "13894", "13900", "13918", "13927", "13939", "13957"],
        AllUnits.CameOutOf(NamDinh.Find("361")!).Select(unit => unit.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("361-tt-lieu-de", "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định")]
    [InlineData("366-xa-hai-long", "Xã Hải Long, huyện Hải Hậu, tỉnh Nam Định")]
    [InlineData("356-p-vi-xuyen", "Phường Vị Xuyên, thành phố Nam Định, tỉnh Nam Định")]
    [InlineData("356-xa-my-phuc", "Xã Mỹ Phúc, thành phố Nam Định, tỉnh Nam Định")]
    [InlineData("356-p-nam-phong", "Phường Nam Phong, thành phố Nam Định, tỉnh Nam Định")]
    [InlineData("362-xa-nam-dien", "Xã Nam Điền, huyện Nam Trực, tỉnh Nam Định")]
    [InlineData("361-xa-nam-dien", "Xã Nam Điền, huyện Nghĩa Hưng, tỉnh Nam Định")]
    [InlineData("359-xa-dai-an", "Xã Đại An, huyện Vụ Bản, tỉnh Nam Định")]
    [InlineData("362-xa-hong-quang", "Xã Hồng Quang, huyện Nam Trực, tỉnh Nam Định")]
    [InlineData("360-xa-hong-quang", "Xã Hồng Quang, huyện Ý Yên, tỉnh Nam Định")]
    public void PathName_OfCommune_IsItsAddress(string code, string address) => Assert.Equal(address, NamDinh.PathName(code));

    [Fact]
    public void Communes_WhoseNamesDifferOnlyInTone_KeepCodesOfTheirOwn()
    {
        Assert.Equal("Trực Hưng", NamDinh.Find("363-xa-truwcj-huwng")?.Name);
        Assert.Equal("Trực Hùng", NamDinh.Find("363-xa-truwcj-hungf")?.Name);
        Assert.Null(NamDinh.Find("363-xa-truc-hung"));
    }

    [Fact]
    public void OldCommunes_AsShipped_AreMarkedAsHavingNoOfficialCodeAndEndWithTheirDistrict()
    {
        var communes = NamDinh.All.Where(unit => unit.Kind == UnitKind.Commune).ToList();

        Assert.All(communes, commune => Assert.False(commune.HasOfficialCode));
        Assert.All(communes, commune => Assert.StartsWith(commune.Parent + "-", commune.Code, StringComparison.Ordinal));
        Assert.All(communes, commune => Assert.Matches(@"\A[0-9]{3}(-[a-z]+)+\z", commune.Code));
        Assert.All(communes, commune => Assert.Equal(NamDinh.Day, commune.ValidTo));
    }

    [Fact]
    public void GiaoTien_OnItsLastDayAndTheNext_IsThereAndIsNot()
    {
        Assert.NotNull(AllUnits.Find("365-xa-giao-tien", new(2024, 8, 31)));
        Assert.Null(AllUnits.Find("365-xa-giao-tien", new(2024, 9, 1)));
        Assert.Empty(NamDinh.Search("Giao Tiến"));
        Assert.Equal("365-xa-giao-tien", AllUnits.SearchAllTimes("giao tien")[0].Code);
    }

    [Fact]
    public void Disadvantaged_AsShipped_IsNowhere() => // no list was found (law-and-practice): none is made up
        Assert.DoesNotContain(NinhBinh.All, unit => NinhBinh.IsDisadvantaged(unit.Code));
}
