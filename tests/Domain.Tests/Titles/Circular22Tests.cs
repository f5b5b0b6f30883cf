using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>Circular 22/2020/TT-BGDĐT, article 5, as law-and-practice 3.4 gives it; written out again here, so that a slip in the file shows.</summary>
public sealed class Circular22Tests
{
    [Fact]
    public void Set_AsShipped_IsTheCompleteLearningUnitSetOf100Points()
    {
        Assert.Equal(("DVHT-TT22-2020", TitleKind.LearningUnit, 100, true), (Circular22.Id, Circular22.Title, Circular22.MaxTotal!.Value, Circular22.Complete));
        Assert.Equal([HolderLevel.District, HolderLevel.Province], Circular22.Levels);
        Assert.Equal(new(ReevaluationRule.Yearly, null, null, Certainty.Found), Circular22.ResultValidity);
        Assert.Equal(new LegalBasis("Thông tư 22/2020/TT-BGDĐT", "Điều 5", new(2020, 8, 6), Certainty.Found), Circular22.Basis);
        Assert.Equal(new DateOnly(2020, 9, 21), Circular22.ValidFrom);
    }

    [Fact]
    public void ValidTo_WhichIsOnlyRecalled_StaysOpenAndSaysSo()
    {
        Assert.Null(Circular22.ValidTo);
        Assert.Equal(Certainty.Recalled, Assert.Single(Circular22.Notes, note => note.About == "validTo").Certainty);
    }

    [Theory]
    [InlineData("1", 30, "1.1 1.2 1.3")]
    [InlineData("2", 30, "2.1 2.2 2.3 2.4")]
    [InlineData("3", 40, "3.1 3.2 3.3")]
    public void Criterion_HasItsMaximumAndIndicators(string code, int max, string indicators)
    {
        var criterion = Assert.Single(Circular22.Criteria, criterion => criterion.Code == code);

        Assert.Equal(max, criterion.Max);
        Assert.Equal(indicators, string.Join(' ', criterion.Indicators.Select(indicator => indicator.Code)));
    }

    [Theory]
    [InlineData("1.1", 10, null)]
    [InlineData("1.2", 10, null)]
    [InlineData("1.3", 10, null)]
    [InlineData("2.1", 10, "100%")]
    [InlineData("2.2", 5, "100%")]
    [InlineData("2.3", 10, "100%")]
    [InlineData("2.4", 5, "100%")]
    [InlineData("3.1", 25, "100%")]
    [InlineData("3.2", 10, null)]
    [InlineData("3.3", 5, null)]
    public void Indicator_HasItsMaximumAndThreshold(string code, int max, string? threshold)
    {
        var indicator = Assert.Single(Circular22.Criteria.SelectMany(criterion => criterion.Indicators), indicator => indicator.Code == code);

        Assert.Equal((max, threshold, (int?)null, Certainty.Found), (indicator.Max!.Value, indicator.Threshold, indicator.Floor, indicator.Certainty));
        Assert.Equal(code == "3.1" ? 8 : 0, indicator.Items.Count);
    }

    [Theory]
    [InlineData(100, "TOT", true)]
    [InlineData(85, "TOT", true)]
    [InlineData(84, "KHA", true)]
    [InlineData(70, "KHA", true)]
    [InlineData(69, "TB", true)]
    [InlineData(50, "TB", true)]
    [InlineData(49, "KHONG_DAT", false)]
    [InlineData(0, "KHONG_DAT", false)]
    public void BandOf_EachEdge_IsTheBandOfTheCircular(int total, string band, bool awarded)
    {
        Assert.Equal((band, awarded), (Circular22.BandOf(total)!.Code, Circular22.BandOf(total)!.Awarded));
        Assert.Single(Circular22.Bands, b => b.Holds(total));
    }

    [Theory]
    [InlineData("2020-09-20", false)]
    [InlineData("2020-09-21", true)]
    [InlineData("2025-12-31", true)]
    public void HoldsOn_Day_IsFromTheDayInForce(string day, bool holds) => Assert.Equal(holds, Circular22.HoldsOn(DateOnly.Parse(day, null)));
}
