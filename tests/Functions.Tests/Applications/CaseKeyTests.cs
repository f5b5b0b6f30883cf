using System.Security.Cryptography;
using CsCheck;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Tests.Applications;

public class CaseKeyTests
{
    [Fact]
    public void Seal_AnyText_OpensAtItsPlaceOnly() => Gen.String.Sample(text =>
    {
        var key = CaseKey.New();
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.Any(char.IsSurrogate))
            return;
        var content = key.Seal(text, "H40.361-260302-0001:fact:1");

        Assert.Equal(text, CaseKey.Parse(key.ToText()).Open(content, "H40.361-260302-0001:fact:1"));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(content, "H40.361-260302-0001:fact:2"));
        Assert.ThrowsAny<CryptographicException>(() => CaseKey.New().Open(content, "H40.361-260302-0001:fact:1"));
        Assert.NotEqual(content, key.Seal(text, "H40.361-260302-0001:fact:1"));
    });

    [Fact]
    public void Open_AnyBitFlipped_IsRefused()
    {
        var key = CaseKey.New();
        var content = key.Seal("Nguyễn Văn An"u8, "a");
        for (var bit = 0; bit < content.Length * 8; bit++)
        {
            var flipped = content.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => key.Open(flipped, "a"));
        }

        Assert.ThrowsAny<CryptographicException>(() => key.Open(new byte[27], "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64")]
    public void Parse_NotAKey_Throws(string text) => Assert.Throws<FormatException>(() => CaseKey.Parse(text));
}
