using TitleCertification.Functions.RuleBook;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.RuleBook;

/// <summary>What the command says of a rule book without errors: each title that cannot be certified, and why.</summary>
public sealed class CheckRulesTests
{
    [Theory]
    [InlineData("2026-12-31", 2026, true)]
    [InlineData("2026-12-31", 2027, false)]
    [InlineData("2026-12-30", 2026, false)]
    [InlineData(null, 2027, true)]
    public void Run_CompleteSetThatEnds_IsMissingFromTheYearOnWhoseLastDayItDoesNotHold(string? validTo, int year, bool holds)
    {
        using var book = new RuleBookCopy(sample: false).Edit("criteria/dvht-tt22-2020.json", set => set["validTo"] = validTo);
        using var output = new StringWriter();

        Assert.Equal(0, CheckRules.Run([$"--CheckRules={book.Path}"], new(year, 11, 27), output));

        Assert.Equal(!holds, output.ToString().Contains($"bộ tiêu chí đầy đủ không có hiệu lực ngày 31/12/{year}", StringComparison.Ordinal));
    }
}
