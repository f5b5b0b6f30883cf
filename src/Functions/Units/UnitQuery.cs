using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Units;

/// <summary>What is asked about units.</summary>
/// <param name="On">The day asked about; null for today.</param>
internal sealed record UnitQuery(string? Search, string? In, UnitKind? Kind, DateOnly? On, bool AllTimes, int Limit)
{
    private const int MostItems = 200;

    /// <returns>The query, or every fault of it.</returns>
    public static (UnitQuery? Query, Refusal? Refusal) Of(HttpRequest request)
    {
        var read = new QueryReader(request);
        var (on, kind, search, area) = (read.Day("on"), read.Name<UnitKind>("kind", "unknown_kind"), read.Text("search"), read.Text("in"));
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostItems) : 20;
        return read.Refusal is { } refusal ? (null, refusal) : (new(search, area, kind, on, request.Query["all"] == "true", limit), null);
    }
}
