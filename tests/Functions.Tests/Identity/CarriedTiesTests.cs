using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>By which names of his place a person's own family is recognised.</summary>
public class CarriedTiesTests
{
    private static readonly UnitMap Map = SuccessionOfAuthorityTests.Made(
            """
            p,Tỉnh,P,,,,FOUND,
            d,Huyện,Một,p,,,FOUND,
            4,Xã,D,d,,2017-12-31,FOUND,
            5,Xã,E,d,,2017-12-31,FOUND,
            6,Xã,F,d,2018-01-01,,FOUND,
            7,Xã,G,d,,,FOUND,
            4-1,Thôn,Đông,4,,2017-12-31,FOUND,
            4-1,Thôn,Đông,6,2018-01-01,,FOUND,
            4-2,Thôn,Tây,4,,2017-12-31,FOUND,
            7-1,Thôn,Nam,7,,,FOUND,
            """,
            """
            2018-01-01,merged,4,6,NQ 2,FOUND,
            2018-01-01,merged,5,6,NQ 2,FOUND,
            2018-01-01,moved,4-1,4-1,NQ 2,FOUND,
            2018-01-01,abolished,4-2,,NQ 2,FOUND,
            """).On(new DateOnly(2026, 3, 2));

    [Theory]
    [InlineData("7", "7 7-1")]
    [InlineData("7-1", "7 7-1")]
    // Recorded before the merger and after it.
    [InlineData("4", "4 4-1 4-2 5 6")]
    [InlineData("6", "4 4-1 4-2 5 6")]
    // The commune it lay in, and the one it lies in; not the other hamlet.
    [InlineData("4-1", "4 4-1 6")]
    [InlineData("4-2", "4 4-2")]
    [InlineData("d", "d")]
    [InlineData("never-given", "never-given")]
    public void Of_Tie_HoldsUnderEveryNameOfThePlace(string unit, string units) =>
        Assert.Equal(units.Split(' '), CarriedTies.Of([new(TitleKind.Family, unit, "Gia đình bà Lan")], Map).Select(tie => tie.Unit).Order(StringComparer.Ordinal));
}
