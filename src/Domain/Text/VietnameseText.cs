using System.Globalization;
using System.Text;

namespace TitleCertification.Domain.Text;

/// <summary>
/// Text as people in Viet Nam type it: composed or decomposed letters, pasted control characters, an Eth (Ð) where a Đ is meant.
/// No method throws on any string; all are deterministic on every machine, with or without culture data.
/// </summary>
public static class VietnameseText
{
    /// <summary>
    /// Composes the letters of Vietnamese as Unicode NFC does, whatever the order of the marks. Letters that Vietnamese does not have are left as they are.
    /// </summary>
    public static string ToNfc(string text)
    {
        if (!text.Any(VietnameseLetters.IsMark))
            return text;
        var result = new StringBuilder(text.Length);
        var marks = new List<char>(3);
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i++];
            marks.Clear();
            if (i < text.Length && VietnameseLetters.IsMark(text[i]) && VietnameseLetters.Decompositions.TryGetValue(letter, out var parts))
            {
                letter = parts[0];
                marks.AddRange(parts.AsSpan(1));
            }

            while (i < text.Length && VietnameseLetters.IsMark(text[i]))
                marks.Add(VietnameseLetters.Canonical(text[i++]));
            AppendComposed(result, letter, marks);
        }

        return result.ToString();
    }

    /// <summary>
    /// A line of text fit to be stored and printed: composed, without control and invisible formatting characters (they can turn a name around on paper) and
    /// without lone surrogates, every run of white space one space, trimmed. Ð and ð (U+00D0, U+00F0), which old converters leave for Đ and đ, become Đ and đ.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ')
                    kept.Append(' ');
            }
            else if (rune.Value is 0xD0)
                kept.Append('Đ');
            else if (rune.Value is 0xF0)
                kept.Append('đ');
            else if (rune != Rune.ReplacementChar && IsVisible(Rune.GetUnicodeCategory(rune)))
                kept.Append(rune.ToString());
        }

        return ToNfc(kept.ToString().TrimEnd(' '));
    }

    /// <summary>For search: cleaned, lower case, without any diacritic, đ as d. "Thị trấn Liễu Đề" and "thi tran lieu de" fold to the same.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in Clean(text))
        {
            var lower = char.ToLowerInvariant(c);
            if (Unmarked(lower) is { } letter)
                folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>The same text without any diacritic, đ as d, everything else as it was: "Liễu Đề" is "Lieu De".</summary>
    public static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Unmarked(c) is { } letter)
                plain.Append(letter);
        return plain.ToString();
    }

    /// <summary>
    /// For keys: folded, a-z and 0-9 only, words joined by hyphens. Different names can share a slug (Trực Hưng, Trực Hùng): see <see cref="TelexSlug"/>.
    /// </summary>
    public static string Slug(string? text) => Join(Fold(text));

    /// <summary>A slug that keeps every letter and tone apart, spelled as typed in Telex: Trực Hưng is "truwcj-huwng", Trực Hùng is "truwcj-hungf".</summary>
    public static string TelexSlug(string? text)
    {
        var spelled = new StringBuilder();
        var tone = "";
        foreach (var c in Clean(text))
        {
            var lower = char.ToLowerInvariant(c);
            if (!char.IsLetter(lower))
            {
                spelled.Append(tone);
                tone = "";
            }

            if (VietnameseLetters.Telex.TryGetValue(lower, out var typed))
            {
                spelled.Append(typed.Letter);
                tone += typed.Tone;
            }
            else
                spelled.Append(lower);
        }

        return Join(spelled.Append(tone).ToString());
    }

    /// <returns>Null for a mark that stands alone.</returns>
    private static char? Unmarked(char c) => c switch
    {
        'đ' => 'd',
        'Đ' => 'D',
        _ when VietnameseLetters.IsMark(c) => null,
        _ => VietnameseLetters.Decompositions.TryGetValue(c, out var parts) ? parts[0] : c,
    };

    private static bool IsVisible(UnicodeCategory category) =>
        category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Join(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        return slug.ToString().TrimEnd('-');
    }

    private static void AppendComposed(StringBuilder result, char letter, List<char> marks)
    {
        var left = new StringBuilder();
        var highest = 0;
        // Canonical order first (stable), then composition: a mark is blocked when an uncomposed mark of the same class stands before it.
        foreach (var mark in marks.OrderBy(VietnameseLetters.Order))
        {
            if (VietnameseLetters.Order(mark) != highest && VietnameseLetters.Compositions.TryGetValue((letter, mark), out var composed))
                letter = composed;
            else
            {
                left.Append(mark);
                highest = VietnameseLetters.Order(mark);
            }
        }

        result.Append(letter).Append(left);
    }
}
