using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Applications;

/// <summary>
/// A Vietnamese telephone number in national form: ten digits from 03, 05, 07, 08 or 09 for a mobile, ten or eleven from 02 for a fixed line
/// (a school often has no other). Written with +84, 0084 or 84 for the leading 0, with spaces, dots, hyphens or brackets between the digits, it is the same number.
/// </summary>
[JsonConverter(typeof(PhoneNumberJson))]
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    private readonly string? digits;

    private PhoneNumber(string digits) => this.digits = digits;

    /// <summary>Can it be sent text messages? A fixed line cannot.</summary>
    public bool IsMobile => digits is not (null or ['0', '2', ..]);

    /// <summary>Never throws, whatever the text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        var national = National(text);
        number = national is null ? default : new(national);
        return national is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result) => TryParse(s, out result);

    /// <exception cref="FormatException">The text is not a Vietnamese telephone number.</exception>
    public static PhoneNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var number) ? number : throw new FormatException("Not a Vietnamese telephone number.");

    /// <summary>The last digits, by which an applicant proves to know the number when tracking a dossier. Empty for <c>default</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 or more than 9 are asked for.</exception>
    public string LastDigits(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 9);
        return digits?[^count..] ?? "";
    }

    /// <summary>"+84912345678" (ITU-T E.164); empty for <c>default</c>.</summary>
    public string ToInternational() => digits is null ? "" : "+84" + digits[1..];

    /// <summary>National form without separators, for example 0912345678; empty for <c>default</c>.</summary>
    public override string ToString() => digits ?? "";

    private static string? National(string? text)
    {
        if (text is not { Length: < 40 })
            return null;
        var kept = new StringBuilder(12);
        foreach (var c in text.Trim())
            if (char.IsAsciiDigit(c) || (c == '+' && kept.Length == 0))
                kept.Append(c);
            else if (c is not (' ' or '\u00A0' or '.' or '-' or '(' or ')'))
                return null;
        var number = kept.ToString();
        foreach (var prefix in (string[])["+84", "0084", "84"])
            if (number.StartsWith(prefix, StringComparison.Ordinal))
            {
                // "+84 (0)912..." repeats the 0 that +84 stands for.
                number = "0" + number[prefix.Length..].TrimStart('0');
                break;
            }

        return number switch
        {
            { Length: 10 } when number is ['0', '2' or '3' or '5' or '7' or '8' or '9', ..] => number,
            { Length: 11 } when number.StartsWith("02", StringComparison.Ordinal) => number,
            _ => null,
        };
    }
}

internal sealed class PhoneNumberJson : JsonConverter<PhoneNumber>
{
    public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PhoneNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("Not a Vietnamese telephone number.");

    public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == default ? throw new JsonException("A telephone number was never set.") : value.ToString());
}
