using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Portal.Pages;

namespace TitleCertification.Functions.Pages;

/// <summary>The fields of one indicator: what it is answered with, and the evidence.</summary>
internal static class IndicatorForm
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <param name="given">What stands in the record or the draft.</param>
    /// <param name="form">What was typed just now and could not be taken; then it is shown again as it was.</param>
    public static IndicatorQuestion Question(string field, Indicator indicator, IndicatorAnswer? given, IFormCollection? form) => form is not null
        ? new(field, indicator, form.Text(field), form.Text(EvidenceOf(field)))
        : new(field, indicator, Written(indicator, given), given?.Evidence);

    /// <returns>The answer, and what is wrong with it; nothing is wrong with an empty one here.</returns>
    public static (IndicatorAnswer Answer, LocalText? Error) Read(string field, Indicator indicator, IFormCollection form)
    {
        var text = form.Text(field);
        var answer = Typed(indicator, text) with { Evidence = form.Text(EvidenceOf(field)) is { Length: > 0 } evidence ? evidence : null };
        return (answer, text.Length == 0 ? null : Scoring.Unusable(indicator, answer) is not { } ground ? null : IsReadable(answer) ? ground.Sentence() : Unreadable(indicator));
    }

    public static bool IsAnswered(IndicatorAnswer answer) => IsReadable(answer);

    public static string EvidenceOf(string field) => $"{field}-evidence";

    private static bool IsReadable(IndicatorAnswer answer) => answer.Points is not null || answer.Met is not null || answer.Percent is not null;

    private static IndicatorAnswer Typed(Indicator indicator, string text) => indicator.Measure switch
    {
        Measure.Met => new(indicator.Code, Met: text switch { Yes => true, No => false, _ => null }),
        // A Vietnamese keyboard writes 92,5.
        Measure.Percent => new(indicator.Code, Percent: decimal.TryParse(
            text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : null),
        _ => new(indicator.Code, Points: int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) ? points : null),
    };

    private static string? Written(Indicator indicator, IndicatorAnswer? given) => indicator.Measure switch
    {
        Measure.Met => given?.Met switch { true => Yes, false => No, null => null },
        Measure.Percent => given?.Percent?.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        _ => given?.Points?.ToString(CultureInfo.InvariantCulture),
    };

    private static LocalText Unreadable(Indicator indicator) => indicator.Measure is Measure.Percent
        ? new($"Chỉ số {indicator.Code}: cần một số từ 0 đến 100.", $"Indicator {indicator.Code}: a number from 0 to 100 is needed.")
        : new($"Chỉ số {indicator.Code}: cần một số nguyên từ 0 đến {indicator.Max}.", $"Indicator {indicator.Code}: a whole number from 0 to {indicator.Max} is needed.");
}
