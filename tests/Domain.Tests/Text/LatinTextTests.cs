using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Tests.Text;

public sealed class LatinTextTests
{
    // Vowel and its five tones in the order of the marks below.
    private static readonly string[] Rows = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"];
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private static readonly Dictionary<char, string> Bases = new()
    {
        ['ă'] = "a\u0306", ['â'] = "a\u0302", ['ê'] = "e\u0302", ['ô'] = "o\u0302", ['ơ'] = "o\u031B", ['ư'] = "u\u031B",
    };

    [Fact]
    public void Compose_EveryVietnameseVowelAndTone_ComesOutAsOneLetterHoweverItWasTyped()
    {
        foreach (var row in Rows.Concat(Rows.Select(r => r.ToUpperInvariant())))
        {
            var lower = char.ToLowerInvariant(row[0]);
            var typed = Bases.GetValueOrDefault(lower, lower.ToString());
            if (char.IsUpper(row[0]))
                typed = char.ToUpperInvariant(typed[0]) + typed[1..];
            Assert.Equal(row[..1], LatinText.Compose(typed));
            for (var tone = 0; tone < Tones.Length; tone++)
            {
                var expected = row[(tone + 1)..(tone + 2)];
                Assert.Equal(expected, LatinText.Compose(typed + Tones[tone]));
                Assert.Equal(expected, LatinText.Compose($"{row[0]}{Tones[tone]}"));
                if (Commute(tone, typed))
                    Assert.Equal(expected, LatinText.Compose($"{typed[0]}{Tones[tone]}{typed[1..]}"));
            }
        }
    }

    [Theory]
    [InlineData("Nguyễn", "Nguyễn")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("x\u0301", "x\u0301")]
    [InlineData("a\u0302\u0302", "â\u0302")]
    [InlineData("a\u0301\u0302", "á\u0302")]
    [InlineData("", "")]
    public void Compose_WhatFitsNoLetter_Stays(string text, string expected) => Assert.Equal(expected, LatinText.Compose(text));

    [Theory]
    [InlineData("  a \t\r\n b  ", "a b")]
    [InlineData("a\u200Bb\u202Ec\uFEFF", "abc")]
    [InlineData("a\u0000\u0085\u00A0b", "a b")]
    [InlineData("\n", "")]
    public void SingleLine_WhiteSpaceAndControls_BecomeOneSpaceOrNothing(string text, string expected) => Assert.Equal(expected, LatinText.SingleLine(text));

    // Two marks above a letter do not: a tone typed before the circumflex makes another, meaningless letter.
    private static bool Commute(int tone, string typed) => typed.Length == 1 || typed[1] == '\u031B' || Tones[tone] == '\u0323';
}
