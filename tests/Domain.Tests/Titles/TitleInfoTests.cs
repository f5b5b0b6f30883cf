using System.Text.Json;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

public sealed class TitleInfoTests
{
    [Theory]
    [InlineData(TitleKind.Family, "GDHT", "Gia đình học tập", "Learning Family")]
    [InlineData(TitleKind.Clan, "DHHT", "Dòng họ học tập", "Learning Clan")]
    [InlineData(TitleKind.Community, "CDHT", "Cộng đồng học tập", "Learning Community")]
    [InlineData(TitleKind.LearningUnit, "DVHT", "Đơn vị học tập", "Learning Unit")]
    public void Of_EveryKind_HasItsCodeAndNamesAndCrossesJsonAsItsCode(TitleKind kind, string code, string vi, string en)
    {
        var info = TitleInfo.Of(kind);
        Assert.Equal((kind, code, vi, en), (info.Kind, info.Code, info.Name.Vi, info.Name.En));
        Assert.True(TitleInfo.TryFromCode($" {code.ToLowerInvariant()} ", out var parsed));
        Assert.Equal(kind, parsed);
        Assert.Equal($"\"{code}\"", JsonSerializer.Serialize(kind));
        Assert.Equal(kind, JsonSerializer.Deserialize<TitleKind>($"\"{code}\""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("DV")]
    [InlineData("0")]
    public void TryFromCode_NoTitle_IsFalse(string? code) => Assert.False(TitleInfo.TryFromCode(code, out _));

    [Theory]
    [InlineData("0")]
    [InlineData("\"LearningUnit\"")]
    [InlineData("null")]
    public void Json_NoCode_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TitleKind>(json));

    [Fact]
    public void Of_UndeclaredValue_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => TitleInfo.Of((TitleKind)4));
}
