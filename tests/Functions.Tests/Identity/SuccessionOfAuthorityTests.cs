using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>What becomes of authority when units are divided and merged.</summary>
public class SuccessionOfAuthorityTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly UnitMap Map = Made(
            """
            p,Tỉnh,P,,,,FOUND,
            d,Huyện,Một,p,,,FOUND,
            1,Xã,A,d,,2014-12-31,FOUND,
            2,Xã,B,d,2015-01-01,,FOUND,
            3,Xã,C,d,2015-01-01,,FOUND,
            4,Xã,D,d,,2017-12-31,FOUND,
            5,Xã,E,d,,2017-12-31,FOUND,
            6,Xã,F,d,2018-01-01,,FOUND,
            """,
            """
            2015-01-01,split,1,2,NQ 1,FOUND,
            2015-01-01,split,1,3,NQ 1,FOUND,
            2018-01-01,merged,4,6,NQ 2,FOUND,
            2018-01-01,merged,5,6,NQ 2,FOUND,
            """).On(new DateOnly(2026, 3, 2));

    [Fact]
    public void Of_UnitThatWasDivided_GoesOnInEachPart()
    {
        var actor = CarriedAuthority.Of(OfficerOf("1"), Day, Map);

        // And in the old one, whose cases may still be open.
        Assert.Equal(["1", "2", "3"], actor.Authorities.Select(authority => authority.Unit));
        Assert.Equal(["1"], CarriedAuthority.Before("2", Map));
    }

    [Fact]
    public void Of_UnitMergedWithOthers_DoesNotGrow()
    {
        Assert.Equal(["4"], CarriedAuthority.Of(OfficerOf("4"), Day, Map).Authorities.Select(authority => authority.Unit));
        Assert.Empty(CarriedAuthority.Before("6", Map));
    }

    internal static UnitDirectory Made(string units, string successions)
    {
        var errors = new List<LocalText>();
        return UnitFiles.Parse(
            new Dictionary<string, string>
            {
                ["units.csv"] = $"code,type,name,parent,valid_from,valid_to,code_certainty,note\n{units}",
                ["successions.csv"] = $"date,kind,from,to,decree,certainty,note\n{successions}",
            },
            errors) ?? throw new InvalidOperationException(string.Join('\n', errors));
    }

    private static Person OfficerOf(string unit) =>
        new("officer", "Cán bộ", "Công chức", [], null, [], [new Grant(1, new(Role.CommuneOfficer, unit), new DateOnly(2010, 1, 1), To: null, EndedAt: null)], 1);
}
