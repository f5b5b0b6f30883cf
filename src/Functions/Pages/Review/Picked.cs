using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The rows that were marked in a list.</summary>
/// <param name="Dossiers">As they are written; never empty where there is no problem.</param>
/// <param name="Problem">Code of the notice that says why nothing is done.</param>
internal sealed record Picked(IReadOnlyList<string> Dossiers, string? Problem)
{
    public static Picked Of(IFormCollection form)
    {
        var dossiers = form["pick"].Select(text => DossierNumber.TryParse(text, out var number) ? number.ToString() : null).OfType<string>().Distinct().ToList();
        return new(dossiers, dossiers.Count == 0 ? Notices.NothingPicked : dossiers.Count > Approvals.Most ? Notices.TooMany : null);
    }
}
