using CsCheck;
using TitleCertification.Domain.Notifications;

namespace TitleCertification.Domain.Tests.Notifications;

public class SmsTextTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Segments_Gsm_Are160Then153(int length, int segments) => Assert.Equal(segments, SmsText.Segments(new string('a', length)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Segments_Vietnamese_Are70Then67(int length, int segments) => Assert.Equal(segments, SmsText.Segments(new string('ồ', length)));

    [Fact]
    public void Segments_ExtendedCharacters_CountTwice()
    {
        Assert.Equal(1, SmsText.Segments(new string('€', 80)));
        Assert.Equal(2, SmsText.Segments(new string('€', 81)));
    }

    [Fact]
    public void Segments_OneLetterOutsideTheAlphabet_MakesAllOfItUnicode() => Assert.Equal(2, SmsText.Segments(new string('a', 70) + "ă"));

    [Fact]
    public void Fold_Vietnamese_KeepsCaseAndLosesMarks() =>
        Assert.Equal("Ho so cua Truong THCS \"Lieu De\" - da duoc tiep nhan...", SmsText.Fold("Hồ sơ của Trường THCS “Liễu Đề” – đã được tiếp nhận…"));

    [Fact]
    public void Fold_AnyText_FitsTheGsmAlphabet() => Gen.String.Sample(text =>
    {
        var folded = SmsText.Fold(text);
        Assert.True(SmsText.Segments(folded) <= SmsText.Segments(new string('^', folded.Length)), folded);
    });

    [Fact]
    public void Shorten_AnyText_IsNoLongerThanAsked() => Gen.Select(Gen.String, Gen.Int[2, 60]).Sample((text, longest) =>
    {
        var shortened = SmsText.Shorten(text, longest);
        Assert.InRange(shortened.Length, 0, longest);
        Assert.False(shortened.Length > 1 && char.IsHighSurrogate(shortened[^2]) && !char.IsHighSurrogate(text[^1]));
    });

    [Fact]
    public void Shorten_LongName_CutsAtAWord() => Assert.Equal("Trường Trung học cơ sở…", SmsText.Shorten("Trường Trung học cơ sở Nghĩa Hưng", 26));
}
