using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TitleCertification.Domain.Applications;

/// <summary>
/// A dossier number in the national form (Circular 01/2018/TT-VPCP, article 19): agency code, day of receipt, order in that day and agency;
/// for example <c>000.00.04.H40-230414-0002</c>, or with the short agency codes of Decision 20/2020 <c>H40.12-250521-0001</c>.
/// Parses in any case and with white space around; two numbers are equal when their canonical texts are.
/// </summary>
[JsonConverter(typeof(DossierNumberJson))]
public readonly partial record struct DossierNumber : IParsable<DossierNumber>
{
    /// <summary>The form has four digits for the order; docs/adr/0050 says what happens to the next dossier of the day.</summary>
    public const int HighestOrder = 9999;

    private DossierNumber(string agency, DateOnly day, int order) => (Agency, Day, Order) = (agency, day, order);

    /// <summary>Code of the receiving agency, upper case. Null only in <c>default</c>, which is no number.</summary>
    public string Agency { get; }

    /// <summary>Vietnamese day of receipt, 2000 to 2099: the form has two digits for the year.</summary>
    public DateOnly Day { get; }

    /// <summary>From 1 to <see cref="HighestOrder"/>; begins again every day in every agency.</summary>
    public int Order { get; }

    /// <exception cref="ArgumentException">The agency code, the year or the order does not fit the national form.</exception>
    public static DossierNumber Create(string agency, DateOnly day, int order) =>
        TryCreate(agency, day, order, out var number)
            ? number
            : throw new ArgumentException($"Agency \"{agency}\", day {day:yyyy-MM-dd} and order {order} do not make a dossier number.");

    public static bool TryCreate(string? agency, DateOnly day, int order, out DossierNumber number)
    {
        var code = agency?.ToUpperInvariant() ?? "";
        var fits = AgencyForm().IsMatch(code) && day.Year is >= 2000 and <= 2099 && order is >= 1 and <= HighestOrder;
        number = fits ? new(code, day, order) : default;
        return fits;
    }

    /// <summary>Never throws, whatever the text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DossierNumber number)
    {
        number = default;
        return text is { Length: < 64 }
            && text.Trim().Split('-') is [var agency, { Length: 6 } date, { Length: 4 } order]
            && date.All(char.IsAsciiDigit)
            && order.All(char.IsAsciiDigit)
            && DateOnly.TryParseExact("20" + date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TryCreate(agency, day, int.Parse(order, CultureInfo.InvariantCulture), out number);
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DossierNumber result) => TryParse(s, out result);

    /// <exception cref="FormatException">The text is not a dossier number.</exception>
    public static DossierNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var number) ? number : throw new FormatException("Not a dossier number; one looks like 000.00.04.H40-230414-0002.");

    /// <summary>The canonical text, usable as a storage key; empty for <c>default</c>.</summary>
    public override string ToString() => Agency is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Agency}-{Day:yyMMdd}-{Order:0000}");

    [GeneratedRegex(@"\A(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{2,3}){0,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyForm();
}

internal sealed class DossierNumberJson : JsonConverter<DossierNumber>
{
    public override DossierNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DossierNumber.TryParse(reader.GetString(), out var number)
            ? number
            : throw new JsonException("Not a dossier number.");

    public override void Write(Utf8JsonWriter writer, DossierNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Agency is null ? throw new JsonException("A dossier number was never set.") : value.ToString());
}
