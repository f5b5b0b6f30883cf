using CsCheck;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

/// <summary>What becomes of units over time.</summary>
public sealed class UnitDirectoryTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>
    /// A was renamed, then split into B and C; B moved from one district to another; D and E became F; G joined H, which there was before.
    /// </summary>
    private static readonly UnitDirectory Made = SomeUnits.Of(
        """
        p,Tỉnh,P,,,,FOUND,
        d1,Huyện,Một,p,,,FOUND,
        d2,Huyện,Hai,p,,,FOUND,
        1,Xã,A Cũ,d1,,2010-12-31,FOUND,
        1,Thị trấn,A,d1,2011-01-01,2014-12-31,FOUND,
        2,Xã,B,d1,2015-01-01,2019-12-31,FOUND,
        2,Xã,B,d2,2020-01-01,,FOUND,
        3,Xã,C,d1,2015-01-01,,FOUND,
        4,Xã,D,d1,,2017-12-31,FOUND,
        5,Xã,E,d1,,2017-12-31,FOUND,
        6,Xã,F,d1,2018-01-01,,FOUND,
        7,Xã,G,d1,,2017-12-31,FOUND,
        8,Xã,H,d1,,,FOUND,
        """,
        """
        2011-01-01,renamed,1,1,NĐ 1,FOUND,
        2015-01-01,split,1,2,NQ 2,FOUND,
        2015-01-01,split,1,3,NQ 2,FOUND,
        2020-01-01,moved,2,2,NQ 3,RECALLED,
        2018-01-01,merged,4,6,NQ 4,FOUND,
        2018-01-01,merged,5,6,NQ 4,FOUND,
        2018-01-01,merged,7,8,NQ 4,FOUND,
        """);

    [Theory]
    [InlineData("1", "2000-01-01", "2012-06-01", "Thị trấn A")]
    [InlineData("1", "2000-01-01", "2026-01-01", "Xã B, huyện Hai, tỉnh P + Xã C, huyện Một, tỉnh P")]
    [InlineData("1", "2000-01-01", "2015-01-01", "Xã B, huyện Một, tỉnh P + Xã C, huyện Một, tỉnh P")]
    [InlineData("2", "2026-01-01", "2000-01-01", "Xã A Cũ")]
    [InlineData("6", "2018-01-01", "2017-12-31", "Xã D + Xã E")]
    [InlineData("4", "2017-12-31", "2018-01-01", "Xã F")]
    [InlineData("8", "2018-01-01", "2017-12-31", "Xã H + Xã G")] // looking back: all that lay where it lies now
    [InlineData("7", "2017-12-31", "2018-01-01", "Xã H")]
    [InlineData("8", "2017-12-31", "2018-01-01", "Xã H")]
    public void AsOf_UnitOfOneDay_OnAnother_IsWhatItBecameOrWas(string code, string day, string on, string expected)
    {
        var then = Made.AsOf(Made.Find(code, Day(day))!, Day(on));

        Assert.Equal(expected.Split(" + "), then.Select(unit => expected.Contains(',', StringComparison.Ordinal) ? Made.On(Day(on)).PathName(unit.Code) : unit.FullName));
    }

    [Theory]
    [InlineData("1", "2009-01-01", "1", "2012-01-01", true)] // renamed
    [InlineData("1", "2009-01-01", "2", "2026-01-01", true)] // a part of it, moved
    [InlineData("2", "2016-01-01", "3", "2016-01-01", false)]
    [InlineData("2", "2016-01-01", "1", "2012-01-01", false)] // a part does not carry to the whole
    [InlineData("4", "2017-01-01", "6", "2018-01-01", false)] // F is more than D
    [InlineData("7", "2017-01-01", "8", "2018-01-01", false)]
    [InlineData("8", "2017-01-01", "8", "2018-01-01", true)]
    public void Carries_Authority_OnlyWhereItDoesNotGrow(string given, string day, string now, string on, bool carries) =>
        Assert.Equal(carries, Made.Carries(Made.Find(given, Day(day))!, Made.Find(now, Day(on))!));

    [Fact]
    public void Carries_ProvinceThatJoinedAnother_DoesNot()
    {
        Assert.False(AllUnits.Carries(NamDinh.Find("36")!, NinhBinh.Find("37")!));
        Assert.True(AllUnits.Carries(NamDinh.Find("37")!, NinhBinh.Find("37")!));
    }

    [Theory]
    [InlineData("361-tt-lieu-de", "13891", true)]
    [InlineData("361-tt-lieu-de", "37", true)]
    [InlineData("361-tt-lieu-de", "14215", false)]
    [InlineData("361-tt-lieu-de", "361", false)] // there is no such district any more
    [InlineData("361-tt-lieu-de", "36", false)]
    [InlineData("365-xa-giao-tien", "14167", true)]
    [InlineData("13891", "37", true)]
    public void LiesIn_AreaOfToday_ReachesBackToTheUnitsItCameFrom(string unit, string area, bool lies) =>
        Assert.Equal(lies, AllUnits.LiesIn(AllUnits.Ever(unit)[0], area, Today));

    [Theory]
    [InlineData("365-xa-giao-tien",
        "Xã Giao Tiến (huyện Giao Thủy) nhập vào thị trấn Giao Thủy từ 01/09/2024 theo Nghị quyết 1104/NQ-UBTVQH15 ngày 23/07/2024 (chưa đối chiếu văn bản); nay là Xã Giao Thủy, tỉnh Ninh Bình.",
        "Giao Tiến commune (Giao Thủy district) was merged into Giao Thủy township on 1 September 2024 by Nghị quyết 1104/NQ-UBTVQH15 ngày 23/07/2024 (not checked against the text); today it is Giao Thủy commune, Ninh Bình province.")]
    [InlineData("366-xa-hai-long",
        "Xã Hải Long (huyện Hải Hậu) nhập vào xã Hải Hậu từ 01/07/2025 theo Nghị quyết 1674/NQ-UBTVQH15; nay là Xã Hải Hậu, tỉnh Ninh Bình.",
        "Hải Long commune (Hải Hậu district) was merged into Hải Hậu commune on 1 July 2025 by Nghị quyết 1674/NQ-UBTVQH15; today it is Hải Hậu commune, Ninh Bình province.")]
    [InlineData("361",
        "Huyện Nghĩa Hưng (tỉnh Nam Định) kết thúc hoạt động từ 01/07/2025 theo Nghị quyết 203/2025/QH15; địa bàn nay thuộc xã Nghĩa Hưng, xã Đồng Thịnh, xã Hồng Phong, xã Nghĩa Sơn, xã Quỹ Nhất, xã Nghĩa Lâm và xã Rạng Đông.",
        null)]
    public void Explain_UnitOfNamDinh_SaysWhatBecameOfItAndByWhichDecree(string code, string vi, string? en)
    {
        var explanation = AllUnits.Explain(AllUnits.Ever(code)[0], Today)!;

        Assert.Equal(Sorted(vi), Sorted(explanation.Vi));
        if (en is not null)
            Assert.Equal(en, explanation.En);

        // In which order the communes of a district are named does not matter.
        static string Sorted(string text) => text.StartsWith("Huyện", StringComparison.Ordinal)
            ? string.Join(' ', text.TrimEnd('.').Replace(",", "", StringComparison.Ordinal).Split(' ').Order(StringComparer.Ordinal))
            : text;
    }

    [Theory]
    [InlineData("1", "2000-01-01", "Xã A Cũ (huyện Một) đổi thành thị trấn A từ 01/01/2011 theo NĐ 1; nay là Xã B, huyện Hai, tỉnh P và Xã C, huyện Một, tỉnh P.")]
    [InlineData("1", "2012-01-01", "Thị trấn A (huyện Một) được chia vào xã B và xã C từ 01/01/2015 theo NQ 2; nay là Xã B, huyện Hai, tỉnh P và Xã C, huyện Một, tỉnh P.")]
    [InlineData("2", "2016-01-01", "Xã B (huyện Một) chuyển về huyện Hai từ 01/01/2020 theo NQ 3 (chưa đối chiếu văn bản); nay là Xã B, huyện Hai, tỉnh P.")]
    public void Explain_EachKind_HasItsSentence(string code, string day, string vi) => Assert.Equal(vi, Made.Explain(Made.Find(code, Day(day))!, Today)!.Vi);

    [Fact]
    public void Explain_UnitThatExists_IsNothing_AndOneToComeSaysSince()
    {
        Assert.Null(AllUnits.Explain(NinhBinh.Find("13891")!, Today));
        Assert.Equal("Xã Nghĩa Hưng (tỉnh Ninh Bình) có từ 01/07/2025.", AllUnits.Explain(NinhBinh.Find("13891")!, NamDinh.Day)!.Vi);
    }

    [Fact]
    public void Nearest_CodeOnADayWithoutIt_IsTheLastBeforeOrElseTheFirstAfter()
    {
        Assert.Equal("Xã A Cũ", Made.Nearest("1", Day("2010-12-31"))!.FullName);
        Assert.Equal("Thị trấn A", Made.Nearest("1", Today)!.FullName);
        Assert.Equal("Xã F", Made.Nearest("6", Day("2017-12-31"))!.FullName);
        Assert.Null(Made.Nearest("9", Today));
    }

    [Fact]
    public void SearchAllTimes_NameOfBefore_FindsItOnceAndTheLivingFirst()
    {
        Assert.Equal("365-xa-giao-tien", AllUnits.SearchAllTimes("Giao Tiến")[0].Code);
        Assert.Equal(["d2"], Made.SearchAllTimes("xa b").Select(unit => unit.Parent));
        Assert.Equal(["Xã A Cũ"], Made.SearchAllTimes("a cu").Select(unit => unit.FullName));
        Assert.Equal("13891", AllUnits.SearchAllTimes("nghĩa hưng").First(unit => unit.Kind == UnitKind.Commune).Code);
    }

    [Fact]
    public void AsOf_AnyHistory_EndsAndLeadsBackTheWayItCame()
    {
        // Four years of five communes, each of which becomes one of the next year.
        Gen.Int[0, 4].Array[15].Sample(steps =>
        {
            var units = SomeUnits.Of(
                "p,Tỉnh,P,,,,FOUND,\n" + string.Join('\n', Enumerable.Range(0, 20).Select(i => $"{i},Xã,X{i},p,{2000 + (i / 5)}-01-01,{(i < 15 ? $"{2000 + (i / 5)}-12-31" : "")},FOUND,")),
                string.Join('\n', steps.Select((step, i) => $"{2001 + (i / 5)}-01-01,merged,{i},{(((i / 5) + 1) * 5) + step},NQ,FOUND,")));
            foreach (var (old, now) in from old in Enumerable.Range(0, 5) from now in Enumerable.Range(15, 5) select (units.Ever($"{old}")[0], units.Ever($"{now}")[0]))
                Assert.Equal(units.AsOf(old, new(2003, 6, 1)).Contains(now), units.AsOf(now, new(2000, 6, 1)).Contains(old));
            Assert.All(Enumerable.Range(0, 15), i => Assert.Single(units.AsOf(units.Ever($"{i}")[0], new(2026, 1, 1))));
        }, iter: 100);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
