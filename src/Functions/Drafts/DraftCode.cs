using System.Security.Cryptography;
using System.Text;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Drafts;

/// <summary>
/// The code of a draft, written down by its owner: twelve letters and digits that are not mistaken for one another, "7K2M-9QXC-04TR". It finds the draft and opens it: what is
/// stored can be neither found nor read without it (docs/adr/0151).
/// </summary>
public sealed class DraftCode
{
    public const int Length = 12;

    // Crockford's alphabet: no I, L, O, U.
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Guessing 55 random bits through this many rounds is out of reach even with the stored rows in hand; for its owner it takes a few milliseconds.
    private const int Rounds = 20_000;
    private static readonly byte[] Salt = "TitleCertification.Draft.1"u8.ToArray();

    private DraftCode(string text)
    {
        Text = text;
        var derived = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(text), Salt, Rounds, HashAlgorithmName.SHA256, 48);
        RowKey = Convert.ToHexStringLower(derived.AsSpan(0, 16));
        Key = CaseKey.Parse(Convert.ToBase64String(derived, 16, 32));
    }

    public string Text { get; }

    /// <summary>As it is read and written down.</summary>
    public string Grouped => $"{Text[..4]}-{Text[4..8]}-{Text[8..]}";

    /// <summary>Drafts begun on days 32 apart share one: so what is over is found without looking through all.</summary>
    public string Partition => PartitionOf(Text[0]);

    public string RowKey { get; }

    public CaseKey Key { get; }

    public static IEnumerable<string> Partitions => Symbols.Select(PartitionOf);

    public static DraftCode New(DateOnly day)
    {
        var text = new StringBuilder(Length).Append(Symbols[day.DayNumber % Symbols.Length]);
        while (text.Length < Length)
            text.Append(Symbols[RandomNumberGenerator.GetInt32(Symbols.Length)]);
        return new(text.ToString());
    }

    /// <summary>Takes what people make of it: small letters, blanks, hyphens, O for 0, I and L for 1.</summary>
    public static DraftCode? Parse(string? typed)
    {
        if (typed is not { Length: <= 40 })
            return null;
        var text = new StringBuilder(Length);
        foreach (var c in typed.ToUpperInvariant())
        {
            var symbol = c switch { 'O' => '0', 'I' or 'L' => '1', _ => c };
            if (Symbols.Contains(symbol))
                text.Append(symbol);
            else if (symbol is not (' ' or '-' or '\u2010' or '\u2011' or '\u2013'))
                return null;
        }

        return text.Length == Length ? new(text.ToString()) : null;
    }

    private static string PartitionOf(char first) => $"draft-{first}";
}
