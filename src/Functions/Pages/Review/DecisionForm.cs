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

    public static DecisionInput Decision(IFormCollection form) => new(form.Text("number"), TypedDay.Of(form.Text("day")));

    /// <summary>As typed; where nothing was asked yet, as it was last.</summary>
    public static DecisionFieldsModel Fields(IFormCollection? form, DecisionInput? last) => form?.ContainsKey("number") == true
        ? new(form.Text("number"), form.Text("day"), IsRemembered: false)
        : new(last?.Number ?? "", TypedDay.Write(last?.DecidedOn), IsRemembered: last is not null);

    public static string? FieldOf(string pointer) => pointer switch { "/decision/number" => "number", "/decision/decidedOn" => "day", "/note" => "note", _ => null };
}
