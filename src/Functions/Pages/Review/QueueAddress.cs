using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The address of the queue at the place of a case: whoever comes from there goes on with what stands after it, not with the first of the list.</summary>
internal static class QueueAddress
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <param name="state">As it waited in the queue.</param>
    /// <param name="done">Code of the notice that says what was done.</param>
    public static string Of(Application state, string? done = null) =>
        $"/review?{(done is null ? "" : $"done={done}&")}of={state.Dossier}{(state.Stage?.Due is { } due ? $"&due={due.ToString(DayFormat, CultureInfo.InvariantCulture)}" : "")}";

    /// <returns>Null where the address names none.</returns>
    public static QueuePlace? Place(HttpRequest request) =>
        DossierNumber.TryParse(request.Query["of"], out var dossier) && DateOnly.TryParseExact(request.Query["due"], DayFormat, out var due) ? new(due, dossier.ToString()) : null;
}
