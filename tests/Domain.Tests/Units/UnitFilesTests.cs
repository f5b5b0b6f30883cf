using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;
using static TitleCertification.Domain.Tests.Units.SomeUnits;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>Every kind of error in the unit files has a sentence of its own, and all are said at once.</summary>
public sealed class UnitFilesTests
{
    private const string Province = "p,Tỉnh,P,,,,FOUND,";
    private const string District = "d,Huyện,D,p,,2024-12-31,FOUND,";

    /// <summary>Units and the one error of it.</summary>
    public static TheoryData<string, string> BrokenUnits => new()
    {
        { "p,Vương quốc,P,,,,FOUND,", "units.csv, line 2: \"Vương quốc\" is not a type of unit: Tỉnh, Thành phố, Quận, Thị xã, Huyện, Xã, Phường, Thị trấn, Đặc khu, Thôn, Xóm, Bản, Ấp, Tổ dân phố." },
        { ",Tỉnh,P,,,,FOUND,", "units.csv, line 2: code is missing." },
        { "p,,P,,,,FOUND,", "units.csv, line 2: type is missing." },
        { "p,Tỉnh,,,,,FOUND,", "units.csv, line 2: name is missing." },
        { "p,Tỉnh,P,,,,,", "units.csv, line 2: code_certainty is missing." },
        { "p,Tỉnh,P,,,,SURE,", "units.csv, line 2: code_certainty is \"SURE\"; it must be FOUND, INFERRED, RECALLED, NOT_FOUND or PROPOSAL." },
        { "p,Tỉnh,P,,30/06/2025,,FOUND,", "units.csv, line 2: valid_from is \"30/06/2025\"; it must be a date like 2025-06-30." },
        { "p,Tỉnh,P,,,2025-02-29,FOUND,", "units.csv, line 2: valid_to is \"2025-02-29\"; it must be a date like 2025-06-30." },
        { "p,Tỉnh,P,,,9999-12-31,FOUND,", "units.csv, line 2: valid_to is 9999-12-31; the year must be from 1900 to 2999, and what has no end or an unknown beginning has an empty date." },
        { "p,Tỉnh,P,,2025-07-01,2025-06-30,FOUND,", "units.csv, line 2: valid_to, 2025-06-30, is before valid_from, 2025-07-01." },
        { "P 1,Tỉnh,P,,,,FOUND,", "units.csv, line 2: the code \"P 1\" may hold only a-z, 0-9 and hyphens, up to 60 of them." },
        { "p,Tỉnh,P,,,,FOUND", "units.csv, line 2: it has 7 fields, the header has 8." },
        { "p,Tỉnh,Nghi\u0303a,,,,FOUND,", "units.csv, line 2: it holds letters that are not composed (NFC)." },
        { "p,Tỉnh,P\u0007P,,,,FOUND,", "units.csv, line 2: it holds control characters." },
        { "p,Tỉnh,P\uFFFD,,,,FOUND,", "units.csv, line 2: it holds bytes that are not UTF-8." },
        { "", "disadvantaged.csv, successions.csv, units.csv: there is no unit." },
        { $"{Province}\np,Tỉnh,Q,,,,FOUND,", "units.csv, line 3: p from the beginning is already Tỉnh P of units.csv, line 2." },
        { $"{Province}\np,Tỉnh,Q,,2025-07-01,,FOUND,", "units.csv, line 3: p from 2025-07-01 is still Tỉnh P of units.csv, line 2: the two overlap." },
        { $"{Province}\nd,Huyện,D,,,,FOUND,", "units.csv, line 3: parent is missing: Huyện D must lie in another unit." },
        { $"{Province}\nd,Huyện,D,q,,,FOUND,", "units.csv, line 3: there is no unit \"q\" for Huyện D to lie in." },
        { $"{Province}\nq,Tỉnh,Q,p,,,FOUND,", "units.csv, line 3: Tỉnh Q cannot lie in Tỉnh P." },
        { $"{Province}\nh,Thôn,H,p,,,FOUND,", "units.csv, line 3: Thôn H cannot lie in Tỉnh P." },
        { $"{Province}\nc,Xã,C,p,,,FOUND,\ne,Xã,E,c,,,FOUND,", "units.csv, line 4: Xã E cannot lie in Xã C." },
        { "p,Tỉnh,P,,2000-01-01,,FOUND,\nd,Huyện,D,p,,,FOUND,", "units.csv, line 3: p, which Huyện D lies in, does not exist from the beginning." },
        { "p,Tỉnh,P,,2000-01-01,,FOUND,\nd,Huyện,D,p,1999-12-31,,FOUND,", "units.csv, line 3: p, which Huyện D lies in, does not exist on 1999-12-31." },
    };

    /// <summary>A district that ended, a successor; successions of it, and the error.</summary>
    public static TheoryData<string, string> BrokenSuccessions => new()
    {
        { "", "units.csv, line 3: Huyện D ended on 2024-12-31, and no succession says what became of it." },
        { "2025-01-01,eaten,d,e,NQ,FOUND,", "successions.csv, line 2: \"eaten\" is not a kind of succession: merged, split, renamed, moved or abolished." },
        { ",merged,d,e,NQ,FOUND,", "successions.csv, line 2: date is missing." },
        { "01/01/2025,merged,d,e,NQ,FOUND,", "successions.csv, line 2: date is \"01/01/2025\"; it must be a date like 2025-06-30." },
        { "2025-01-01,merged,d,e,,FOUND,", "successions.csv, line 2: decree is missing." },
        { "2025-01-01,merged,d,e,NQ,PERHAPS,", "successions.csv, line 2: certainty is \"PERHAPS\"; it must be FOUND, INFERRED, RECALLED, NOT_FOUND or PROPOSAL." },
        { "2025-01-01,merged,d,,NQ,FOUND,", "successions.csv, line 2: to is missing." },
        { "2025-01-01,abolished,d,e,NQ,FOUND,", "successions.csv, line 2: what is abolished has no successor; \"to\" must be empty." },
        { "2025-01-01,merged,d,x,NQ,FOUND,", "successions.csv, line 2: there is no unit \"x\"." },
        { "2025-01-01,abolished,d,,NQ,FOUND,\n2025-01-01,abolished,x,,NQ,FOUND,", "successions.csv, line 3: there is no unit \"x\"." },
        { "2025-01-01,merged,d,f,NQ,FOUND,", "successions.csv, line 2: f does not exist on 2025-01-01, so it cannot be a successor." },
        { "2024-06-01,merged,d,e,NQ,FOUND,", "successions.csv, line 2: Huyện D (d) ends on 2024-12-31; the date must be the day after, not 2024-06-01." },
        { "2025-01-01,abolished,d,,NQ,FOUND,\n2025-01-01,merged,e,p,NQ,FOUND,", "successions.csv, line 3: Huyện E (e) has no end; valid_to must be 2024-12-31." },
        { "2025-01-01,abolished,d,,NQ,FOUND,\n2026-01-01,merged,f,e,NQ,FOUND,", "successions.csv, line 3: f does not exist before 2026-01-01, so nothing can become of it on that day." },
        { "2025-01-01,merged,d,c,NQ,FOUND,", "successions.csv, line 2: Xã C is of another level than Huyện D and cannot succeed it." },
        { "2025-01-01,merged,d,e,NQ,FOUND,\n2025-01-01,merged,d,g,NQ,FOUND,", "successions.csv, line 2: Huyện D has 2 successor(s); only what was split has several, and it has two or more." },
        { "2025-01-01,split,d,e,NQ,FOUND,", "successions.csv, line 2: Huyện D has 1 successor(s); only what was split has several, and it has two or more." },
        { "2025-01-01,split,d,e,NQ,FOUND,\n2025-01-01,renamed,d,g,NQ,FOUND,", "successions.csv, line 3: d was renamed and, on successions.csv, line 2, split on the same day." },
        { "2025-01-01,abolished,d,,NQ,FOUND,\n2025-01-01,abolished,d,,NQ,FOUND,", "successions.csv, line 3: that d became nothing stands on successions.csv, line 2 too." },
        { "2025-01-01,moved,d,e,NQ,FOUND,", "successions.csv, line 2: Huyện D was moved, but lies in p as before." },
        { "2025-01-01,renamed,d,g,NQ,FOUND,", "successions.csv, line 2: Huyện D was renamed, but is called so as before." },
    };

    public static TheoryData<string, string> BrokenAreas => new()
    {
        { "x,,,QĐ,FOUND,", "disadvantaged.csv, line 2: there is no unit \"x\"." },
        { "p,,,,FOUND,", "disadvantaged.csv, line 2: basis is missing." },
        { ",,,QĐ,FOUND,", "disadvantaged.csv, line 2: unit is missing." },
        { "p,,,QĐ,FOUND,\np,2025-01-01,,QĐ,FOUND,", "disadvantaged.csv, line 3: p is listed for the same days on disadvantaged.csv, line 2." },
        { "q,2024-12-31,,QĐ,FOUND,", "disadvantaged.csv, line 2: q does not exist on 2024-12-31." },
        { "p,2025-01-01,2024-01-01,QĐ,FOUND,", "disadvantaged.csv, line 2: valid_to, 2024-01-01, is before valid_from, 2025-01-01." },
        { "p,2025,,QĐ,FOUND,", "disadvantaged.csv, line 2: valid_from is \"2025\"; it must be a date like 2025-06-30." },
    };

    [Theory]
    [MemberData(nameof(BrokenUnits))]
    public void Parse_UnitBroken_SaysFileLineAndReasonAndNothingElse(string units, string error) => Assert.Equal([error], ErrorsOf(units));

    [Theory]
    [MemberData(nameof(BrokenSuccessions))]
    public void Parse_SuccessionBroken_SaysFileLineAndReasonAndNothingElse(string successions, string error) => Assert.Equal([error], ErrorsOf(
        $"{Province}\n{District}\ne,Huyện,E,p,,,FOUND,\nf,Huyện,F,p,2026-01-01,,FOUND,\ng,Huyện,D,p,,,FOUND,\nc,Xã,C,p,,,FOUND,", successions));

    [Theory]
    [MemberData(nameof(BrokenAreas))]
    public void Parse_DisadvantagedAreaBroken_SaysFileLineAndReasonAndNothingElse(string areas, string error) =>
        Assert.Equal([error], ErrorsOf($"{Province}\nq,Tỉnh,Q,,2025-01-01,,FOUND,", disadvantaged: areas));

    [Fact]
    public void Parse_SuccessionsInACircle_NamesTheCircleOnce()
    {
        var errors = ErrorsOf(
            $"{Province}\na,Xã,A,p,,2024-12-31,FOUND,\nb,Xã,B,p,,2024-12-31,FOUND,\nc,Xã,C,p,,2024-12-31,FOUND,",
            "2025-01-01,merged,a,b,NQ,FOUND,\n2025-01-01,merged,b,c,NQ,FOUND,\n2025-01-01,merged,c,a,NQ,FOUND,");

        Assert.Equal("successions.csv, line 2: the successions of 2025-01-01 lead in a circle: a -> b -> c -> a.", Assert.Single(errors, error => error.Contains("circle", StringComparison.Ordinal)));
        Assert.Equal(3, errors.Count(error => error.Contains("cannot be a successor", StringComparison.Ordinal)));
    }

    [Fact]
    public void Parse_CodesThatChangePlacesOnOneDay_IsNoCircle()
    {
        var units = Of(
            $"{Province}\na,Xã,A,p,,2024-12-31,FOUND,\nb,Xã,B,p,,2024-12-31,FOUND,\nb,Xã,A,p,2025-01-01,,FOUND,\na,Xã,B,p,2025-01-01,,FOUND,",
            "2025-01-01,merged,a,b,NQ,FOUND,\n2025-01-01,merged,b,a,NQ,FOUND,");

        Assert.Equal("Xã A", Assert.Single(units.AsOf(units.Ever("a")[0], new(2026, 1, 1))).FullName);
    }

    [Fact]
    public void Parse_FileWithAnotherHeader_SaysWhichHeadersThereAre()
    {
        var errors = new List<LocalText>();

        Assert.Null(UnitFiles.Parse(new Dictionary<string, string> { ["holidays.csv"] = "day,name\n" }, errors));

        Assert.Equal($"holidays.csv, line 1: the header must be {UnitHeader} (units), {SuccessionHeader} (successions) or {DisadvantagedHeader} (areas with particular difficulties).", Assert.Single(errors.English()));
    }

    [Fact]
    public void Parse_SeveralErrorsInSeveralFiles_SaysAllAndNoneThatOnlyFollows() => Assert.Equal(
        [
            "disadvantaged.csv, line 2: basis is missing.",
            "successions.csv, line 2: decree is missing.",
            "units.csv, line 2: name is missing.",
            "units.csv, line 2: code_certainty is missing.",
            "units.csv, line 4: parent is missing: Xã C must lie in another unit.",
        ],
        ErrorsOf($"p,Tỉnh,,,,,,\n{District}\nc,Xã,C,,,,FOUND,", "2025-01-01,abolished,d,,,FOUND,", "d,,,,FOUND,"));

    [Fact]
    public void Parse_AsASpreadsheetSavesIt_IsTheSame()
    {
        var windows = UnitTexts().ToDictionary(file => file.Key, file => "\uFEFF" + file.Value.Replace("\n", "\r\n", StringComparison.Ordinal).Replace(",Liễu Đề,", ",\"Liễu Đề\",", StringComparison.Ordinal));

        Assert.Equal(AllUnits.All, UnitFiles.Parse(windows, [])!.All);
    }

    [Theory]
    [InlineData("thôn", UnitType.Thon)]
    [InlineData("Xóm", UnitType.Xom)]
    [InlineData("Bản", UnitType.Ban)]
    [InlineData("Ấp", UnitType.Ap)]
    [InlineData("Tổ dân phố", UnitType.ResidentialGroup)]
    public void Parse_Hamlet_LiesInACommuneDirectlyInTheProvince(string word, UnitType type)
    {
        var units = Of($"{Province}\nc,Đặc khu,C,p,,,FOUND,\nh,{word},4,c,,,PROPOSAL,");
        var map = units.On(new(2026, 1, 1));

        Assert.Equal((type, UnitKind.Hamlet), (map.Find("h")!.Type, map.Find("h")!.Kind));
        Assert.Equal(["h", "c", "p"], map.Path("h").Select(unit => unit.Code));
        Assert.Equal($"{UnitOf(word)} 4, đặc khu C, tỉnh P", map.PathName("h"));

        static string UnitOf(string word) => char.ToUpperInvariant(word[0]) + word[1..];
    }

    [Fact]
    public void Parse_CityThatLiesInNothing_IsOneAtTheLevelOfTheProvinces()
    {
        var map = Of("01,Thành phố,Hà Nội,,,,FOUND,\n001,Quận,Ba Đình,01,,,FOUND,").On(new(2024, 1, 1));

        Assert.Equal(UnitType.Municipality, map.Find("01")!.Type);
        Assert.Equal("Quận Ba Đình, thành phố Hà Nội", map.PathName("001"));
    }
}
