using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The rows that were marked in a list.</summary>
/// <param name="Dossiers">As they are written; never empty where there is no problem.</param>
/// <param name="Problem">Code of the notice that says why nothing is done.</param>
internal sealed record Picked(IReadOnlyList<string> Dossiers, string? Problem)
{
    /// <param name="before">Those marked before, on other pages of the list too: a row that was shown counts as it is marked now.</param>
    public static Picked Of(IFormCollection form, IReadOnlyList<string> before)
    {
        var shown = form.Text("shown").Split(' ').ToHashSet();
        List<string> dossiers =
        [
            .. before.Where(dossier => !shown.Contains(dossier))
                .Concat(form["pick"].Select(text => DossierNumber.TryParse(text, out var number) ? number.ToString() : null).OfType<string>()).Distinct(),
        ];
        return new(dossiers, dossiers.Count == 0 ? Notices.NothingPicked : dossiers.Count > Approvals.Most ? Notices.TooMany : null);
    }
}
