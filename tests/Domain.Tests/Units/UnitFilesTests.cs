using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Units;

public sealed class UnitFilesTests
{
    private static readonly string Districts = Read("units/nam-dinh-districts.csv");
    private static readonly string Merger = Read("units/nam-dinh-2025.csv");

    [Theory]
    [InlineData("361,Huyện", "361,Quận", "d.csv, line 6: \"Quận\" is not a type of unit.")]
    [InlineData("RECALLED", "SURE", "d.csv, line 3: \"SURE\" is not a certainty.")]
    [InlineData("Ý Yên,36,,2025-06-30", "Ý Yên,36,,30/06/2025", "d.csv, line 5: a date must be like 2025-06-30, or empty.")]
    [InlineData("Ý Yên,36,,2025-06-30,FOUND,", "Ý Yên,36,,2025-06-30,FOUND", "d.csv, line 5: it has 7 fields, the header has 8.")]
    [InlineData("360,Huyện,Ý Yên", "360,Huyện,", "d.csv, line 5: code and name must not be empty.")]
    [InlineData("code,type", "Code,type", "d.csv, line 1: the header must be code,type,name,parent,valid_from,valid_to,code_certainty,note.")]
    [InlineData("361,Huyện,Nghĩa Hưng", "361,Huyện,Nghi\u0303a Hưng", "d.csv, line 6: it holds letters that are not composed (NFC).")]
    [InlineData("361,Huyện,Nghĩa Hưng", "361,Huyện,Nghĩa", "m.csv, line 52: there is no district \"Nghĩa Hưng\".")]
    public void Parse_DistrictsBroken_SaysFileLineAndReason(string what, string by, string error) =>
        Assert.Contains(error, Errors(Districts.Replace(what, by, StringComparison.Ordinal), Merger));

    [Theory]
    [InlineData("Nam Dương; Bình Minh", "Nam Dương; (Bình Minh", "m.csv, line 11: \"(Bình Minh\" is not the name of a unit.")]
    [InlineData("Nam Dương; Bình Minh", "Nam Dương; Bình Minh (Ý Yên)", "m.csv, line 11: \"Bình Minh (Ý Yên)\" lies in a district that the line does not name.")]
    [InlineData("Nam Dương; Bình Minh", "Nam Dương; Nam Dương", "m.csv: Xã Nam Dương stands in district Nam Trực more than once.")]
    [InlineData("14011,Xã Nam Minh", "Xã Nam Minh", "m.csv, line 11: it has 3 fields, the header has 4.")]
    [InlineData("new_code", "code", "m.csv, line 1: the header must be new_code,new_name,former_district,merged_from.")]
    public void Parse_MergerBroken_SaysFileLineAndReason(string what, string by, string error) =>
        Assert.Contains(error, Errors(Districts, Merger.Replace(what, by, StringComparison.Ordinal)));

    [Fact]
    public void Parse_BothBroken_SaysAllErrors() =>
        Assert.Equal(["d.csv, line 6: \"Quận\" is not a type of unit.", "m.csv, line 11: it has 3 fields, the header has 4."],
            Errors(Districts.Replace("361,Huyện", "361,Quận", StringComparison.Ordinal), Merger.Replace("14011,", "", StringComparison.Ordinal))
                .Where(error => !error.Contains("there is no district", StringComparison.Ordinal)));

    [Fact]
    public void Parse_WindowsLineEndsAndByteOrderMark_IsTheSame() =>
        Assert.Equal(NamDinh.All, UnitFiles.Parse("\uFEFF" + Windows(Districts), "d.csv", Windows(Merger), "m.csv").All);

    private static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static IReadOnlyList<string> Errors(string districts, string merger) =>
        Assert.Throws<RuleBookException>(() => UnitFiles.Parse(districts, "d.csv", merger, "m.csv")).Errors;
}
