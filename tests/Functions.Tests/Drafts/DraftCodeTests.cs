using TitleCertification.Functions.Drafts;

namespace TitleCertification.Functions.Tests.Drafts;

public sealed class DraftCodeTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void Parse_AsPeopleTypeIt_IsTheSameCode()
    {
        var code = DraftCode.New(Day);
        foreach (var typed in new[] { code.Grouped, code.Text, code.Text.ToLowerInvariant(), $" {code.Text[..6]} {code.Text[6..]} ", code.Grouped.Replace('-', '–') })
        {
            var parsed = DraftCode.Parse(typed);
            Assert.Equal((code.RowKey, code.Partition), (parsed?.RowKey, parsed?.Partition));
        }

        Assert.Equal(DraftCode.Parse("0123-4567-89AB")!.RowKey, DraftCode.Parse("o1i3.4567.89ab".Replace('i', '2').Replace('.', '-'))!.RowKey);
        Assert.Equal(DraftCode.Parse("1123-4567-89AB")!.RowKey, DraftCode.Parse("lI23-4567-89ab")!.RowKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89A")]
    [InlineData("0123-4567-89ABC")]
    [InlineData("0123-4567-89AU")]
    [InlineData("0123/4567/89AB")]
    public void Parse_AnythingElse_IsNoCode(string? typed) => Assert.Null(DraftCode.Parse(typed));

    [Fact]
    public void New_ManyOfOneDay_ShareAPartitionAndNothingElse()
    {
        var codes = Enumerable.Range(0, 50).Select(_ => DraftCode.New(Day)).ToList();

        Assert.Single(codes.Select(code => code.Partition).Distinct());
        Assert.Equal(50, codes.Select(code => code.RowKey).Distinct().Count());
        Assert.NotEqual(codes[0].Partition, DraftCode.New(Day.AddDays(1)).Partition);
        Assert.Equal(codes[0].Partition, DraftCode.New(Day.AddDays(32)).Partition);
        Assert.Equal(32, DraftCode.Partitions.Distinct().Count());
    }
}
