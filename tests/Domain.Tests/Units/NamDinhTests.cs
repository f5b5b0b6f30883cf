using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>Law-and-practice 7.1 and 7.2: Nam Định on 30 June 2025, one province, nine districts, 175 communes.</summary>
public sealed class NamDinhTests
{
    [Fact]
    public void Directory_AsShipped_HoldsTheProvinceItsNineDistrictsAnd175Communes()
    {
        Assert.Equal("Tỉnh Nam Định", Assert.Single(NamDinh.All, unit => unit.Kind == UnitKind.Province).FullName);
        Assert.Equal(9, NamDinh.Children("36").Count);
        Assert.Equal(175, NamDinh.All.Count(unit => unit.Kind == UnitKind.Commune));
        Assert.Equal(175, NamDinh.Children("36").Sum(district => NamDinh.Children(district.Code).Count));
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
    }

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
    public void Communes_AsShipped_AreMarkedAsHavingNoOfficialCodeAndEndWithTheirDistrict()
    {
        var communes = NamDinh.All.Where(unit => unit.Kind == UnitKind.Commune).ToList();

        Assert.All(communes, commune => Assert.False(commune.HasOfficialCode));
        Assert.All(communes, commune => Assert.StartsWith(commune.Parent + "-", commune.Code, StringComparison.Ordinal));
        Assert.All(communes, commune => Assert.Matches(@"\A[0-9]{3}(-[a-z]+)+\z", commune.Code));
        Assert.All(NamDinh.All, unit => Assert.True(unit.ExistsOn(new(2025, 6, 30))));
        Assert.All(NamDinh.All, unit => Assert.False(unit.ExistsOn(new(2025, 7, 1))));
    }

    [Fact]
    public void Find_UnitThatEndedBefore2025_IsNotThere() => Assert.Empty(NamDinh.Search("Giao Tiến"));
}
