using System.Security.Cryptography;
using System.Text;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// The key of one case: what people wrote is stored sealed with it, and whoever destroys it has erased the case (docs/adr/0140). AES-256-GCM
/// with a random nonce; what is sealed is bound to its place, so that it opens nowhere else.
/// </summary>
public sealed class CaseKey
{
    private const int KeyBytes = 32;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] key;

    private CaseKey(byte[] key) => this.key = key;

    public static CaseKey New() => new(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <exception cref="FormatException">Not what <see cref="ToText"/> has written.</exception>
    public static CaseKey Parse(string text) =>
        Convert.FromBase64String(text) is { Length: KeyBytes } key ? new(key) : throw new FormatException("Not the key of a case.");

    /// <summary>As it is stored, beside what it opens.</summary>
    public string ToText() => Convert.ToBase64String(key);

    /// <summary>A name for something that says nothing of it to whoever has not the key.</summary>
    public string NameOf(string something) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(something)))[..32];

    /// <param name="place">What the content belongs to; opening it asks for the same.</param>
    /// <returns>Nonce, tag and ciphertext.</returns>
    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + content.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, content, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(place));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Changed, of another place, or sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string place)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
            throw new CryptographicException("Too short to be sealed content.");
        var content = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), content, Encoding.UTF8.GetBytes(place));
        return content;
    }

    public string Seal(string text, string place) => Convert.ToBase64String(Seal(Encoding.UTF8.GetBytes(text), place));

    /// <exception cref="CryptographicException">As for bytes.</exception>
    /// <exception cref="FormatException">Not base64.</exception>
    public string Open(string sealedText, string place) => Encoding.UTF8.GetString(Open(Convert.FromBase64String(sealedText), place));
}
