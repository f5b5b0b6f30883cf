using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Certificates;

/// <summary>
/// The number of a certificate in the register of its issuer, for example <c>DVHT-36-2025-00001</c>: title, unit code of the issuer, year, sequence in that
/// issuer, year and title. Five digits, more past 99999 (docs/adr/0051). Numbers are never given again. The form is ours: the law gives none.
/// </summary>
[JsonConverter(typeof(RegisterNumberJson))]
public readonly partial record struct RegisterNumber : IParsable<RegisterNumber>
{
    private RegisterNumber(TitleKind title, string issuer, int year, int sequence) => (Title, Issuer, Year, Sequence) = (title, issuer, year, sequence);

    public TitleKind Title { get; }

    /// <summary>Unit code of the issuer, lower case; may hold hyphens. Null only in <c>default</c>, which is no number.</summary>
    public string Issuer { get; }

    /// <summary>Year of the register, 2000 to 2099.</summary>
    public int Year { get; }

    /// <summary>From 1, gapless within issuer, year and title.</summary>
    public int Sequence { get; }

    /// <exception cref="ArgumentException">The issuer is not a unit code, or year or sequence is out of range.</exception>
    public static RegisterNumber Create(TitleKind title, string issuer, int year, int sequence)
    {
        var code = issuer.Trim().ToLowerInvariant();
        if (!IssuerForm().IsMatch(code) || year is < 2000 or > 2099 || sequence < 1 || !Enum.IsDefined(title))
            throw new ArgumentException($"Title {title}, issuer \"{issuer}\", year {year} and sequence {sequence} do not make a register number.");
        return new(title, code, year, sequence);
    }

    /// <summary>Takes any case and white space around; refuses a second spelling of the same number, such as 000001. Never throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegisterNumber number)
    {
        number = default;
        if (text is not { Length: < 100 } || Form().Match(text.Trim()) is not { Success: true } match
            || !TitleInfo.TryFromCode(match.Groups["title"].Value, out var title)
            || !int.TryParse(match.Groups["sequence"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || sequence == 0)
            return false;
        number = new(title, match.Groups["issuer"].Value.ToLowerInvariant(), int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), sequence);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegisterNumber result) => TryParse(s, out result);

    /// <exception cref="FormatException">The text is not a register number.</exception>
    public static RegisterNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var number) ? number : throw new FormatException("Not a register number; one looks like DVHT-36-2025-00001.");

    /// <summary>The canonical text, usable in keys, file names and addresses; empty for <c>default</c>.</summary>
    public override string ToString() =>
        Issuer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{TitleInfo.Of(Title).Code}-{Issuer}-{Year}-{Sequence:00000}");

    [GeneratedRegex(@"\A[0-9a-z]+(?:-[0-9a-z]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IssuerForm();

    [GeneratedRegex(
        @"\A(?<title>[A-Za-z]{4})-(?<issuer>[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)-(?<year>20[0-9]{2})-(?<sequence>[0-9]{5}|[1-9][0-9]{5,9})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

internal sealed class RegisterNumberJson : JsonConverter<RegisterNumber>
{
    public override RegisterNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RegisterNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("Not a register number.");

    public override void Write(Utf8JsonWriter writer, RegisterNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Issuer is null ? throw new JsonException("A register number was never set.") : value.ToString());
}
