using CsCheck;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

public sealed class UnitRollUpTests
{
    [Fact]
    public void Of_OldCommunes_AddsThemUpByTheNewOnes()
    {
        var rolled = UnitRollUp.Of(AllUnits, Counts(("361-tt-lieu-de", 3), ("361-xa-nghia-thai", 4), ("366-xa-hai-long", 5), ("365-xa-giao-tien", 6)), NinhBinh.Day, UnitKind.Commune);

        Assert.Equal([("13891", 7), ("14167", 6), ("14215", 5)], rolled.ByUnit.Select(pair => (pair.Key.Code, pair.Value)).OrderBy(pair => pair.Code));
        Assert.Empty(rolled.Undivided);
    }

    [Fact]
    public void Of_NewCommunes_GoBackToTheDistrictTheyCameFromWhereThereIsOnlyOne()
    {
        var rolled = UnitRollUp.Of(AllUnits, Counts(("13891", 7), ("13972", 2)), NamDinh.Day, UnitKind.District);

        Assert.Equal(("361", 7), Assert.Single(rolled.ByUnit.Select(pair => (pair.Key.Code, pair.Value))));
        var undivided = Assert.Single(rolled.Undivided); // Vị Khê was made of a ward of the city and a commune of Nam Trực
        Assert.Equal(("13972", 2), (undivided.Unit.Code, undivided.Count));
        Assert.Equal(["356", "362"], undivided.Candidates.Select(unit => unit.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_DistrictThatWasAbolished_GoesWhereItsProvinceWent() => Assert.Equal(
        ("37", 9), Assert.Single(UnitRollUp.Of(AllUnits, Counts(("361", 9)), NinhBinh.Day, UnitKind.Province).ByUnit.Select(pair => (pair.Key.Code, pair.Value))));

    [Fact]
    public void Of_AnyCounts_OnAnyDayAndLevel_LosesNone()
    {
        var counts = Gen.Select(Gen.Int[0, AllUnits.All.Count - 1], Gen.Long[0, 1000]).Array[0, 60];
        Gen.Select(counts, Gen.Int[0, 4000], Gen.Enum<UnitKind>()).Sample((rows, days, level) =>
        {
            var given = rows.Select(row => KeyValuePair.Create(AllUnits.All[row.Item1].Id, row.Item2)).ToList();
            var rolled = UnitRollUp.Of(AllUnits, given, new DateOnly(2020, 1, 1).AddDays(days), level);

            Assert.Equal(given.Sum(pair => pair.Value), rolled.ByUnit.Values.Sum() + rolled.Undivided.Sum(undivided => undivided.Count));
            Assert.All(rolled.ByUnit.Keys, id => Assert.Equal(level, AllUnits.Find(id)!.Kind));
        }, iter: 200);
    }

    private static IEnumerable<KeyValuePair<UnitId, long>> Counts(params (string Code, long Count)[] counts) =>
        counts.Select(pair => KeyValuePair.Create(AllUnits.Ever(pair.Code)[0].Id, pair.Count));
}
