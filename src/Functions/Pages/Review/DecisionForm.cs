using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The fields that decisions share.</summary>
internal static class DecisionForm
{
    public static string Stage(IFormCollection form) => form.Text("stage");

    /// <summary>The version that was seen. A form of ours always says it; what is not a number is taken for one that has long gone.</summary>
    public static int Version(IFormCollection form) => int.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>A browser sends 2026-03-02 whatever it shows; where it knows no field for days, people write 02/03/2026.</summary>
    public static DecisionInput Decision(IFormCollection form) => new(
        form.Text("number"),
        DateOnly.TryParseExact(form.Text("day"), ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>As typed; where nothing was asked yet, as it was last.</summary>
    public static DecisionFieldsModel Fields(IFormCollection? form, DecisionInput? last) => form?.ContainsKey("number") == true
        ? new(form.Text("number"), form.Text("day"), IsRemembered: false)
        : new(last?.Number ?? "", last?.DecidedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", IsRemembered: last is not null);

    public static string? FieldOf(string pointer) => pointer switch { "/decision/number" => "number", "/decision/decidedOn" => "day", "/note" => "note", _ => null };
}
