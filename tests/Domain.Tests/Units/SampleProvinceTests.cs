using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>The demonstration province adds files of its own to those of the rule book.</summary>
public sealed class SampleProvinceTests
{
    private static readonly UnitDirectory Sample =
        UnitFiles.Parse(UnitTexts().Concat(UnitTexts("sample-province")).ToDictionary(), []) ?? throw new InvalidOperationException("The sample units have errors.");

    [Fact]
    public void Hamlets_LieInTheirCommuneOnBothDays_AndSayThatTheyAreMadeUp()
    {
        var hamlets = Sample.All.Where(unit => unit.Kind == UnitKind.Hamlet).ToList();

        Assert.Equal(30, hamlets.Count);
        Assert.All(hamlets, hamlet => Assert.EndsWith("(mẫu)", hamlet.Name, StringComparison.Ordinal));
        Assert.All(hamlets, hamlet => Assert.False(hamlet.HasOfficialCode));
        Assert.Equal("Xóm 2 (mẫu), xã Hải Long, huyện Hải Hậu, tỉnh Nam Định", Sample.On(NamDinh.Day).PathName("366-xa-hai-long-xom-2"));
        Assert.Equal("Xóm 2 (mẫu), xã Hải Hậu, tỉnh Ninh Bình", Sample.On(NinhBinh.Day).PathName("366-xa-hai-long-xom-2"));
        Assert.Equal("361-tt-lieu-de", Sample.On(NamDinh.Day).Search("lieu de")[0].Code);
    }

    [Fact]
    public void Disadvantaged_InTheSample_IsAFewUnitsThatSayTheyAreMadeUp()
    {
        var map = Sample.On(NamDinh.Day);
        var listed = map.All.Where(unit => map.IsDisadvantaged(unit.Code)).ToList();

        Assert.Equal(["360-xa-yen-tien-thon-3", "361-xa-nam-dien", "365-xa-bach-long"], listed.Select(unit => unit.Code).Order(StringComparer.Ordinal));
        Assert.All(listed, unit => Assert.Equal(Certainty.Proposal, map.Disadvantage(unit.Code)!.Certainty));
        Assert.All(listed, unit => Assert.Contains("mẫu", map.Disadvantage(unit.Code)!.Basis, StringComparison.Ordinal));
    }
}
