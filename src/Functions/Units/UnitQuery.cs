using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.Units;

/// <summary>What is asked about units.</summary>
/// <param name="On">The day asked about; null for today.</param>
internal sealed record UnitQuery(string? Search, string? In, UnitKind? Kind, DateOnly? On, bool AllTimes, int Limit)
{
    private const int MostItems = 200;
    private const int LongestSearch = 200;

    /// <returns>The query, or every fault of it.</returns>
    public static (UnitQuery? Query, Refusal? Refusal) Of(HttpRequest request)
    {
        string? Given(string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;
        var faults = new List<Fault>();
        var (on, kind, search) = (Day(Given("on")), Kinds(Given("kind")), Given("search"));
        if (on is null && Given("on") is not null)
            faults.Add(new("date_invalid", "/on", new("Ngày phải có dạng 2025-06-30.", "The day must be like 2025-06-30.")));
        if (kind is null && Given("kind") is not null)
            faults.Add(new("unknown_kind", "/kind", new("Cấp phải là Province, District, Commune hoặc Hamlet.", "The level must be Province, District, Commune or Hamlet.")));
        if (search is { Length: > LongestSearch })
            faults.Add(new("text_too_long", "/search", new($"Tối đa {LongestSearch} ký tự.", $"Up to {LongestSearch} characters.")));
        var limit = int.TryParse(Given("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, MostItems) : 20;
        return faults.Count > 0
            ? (null, new(RefusalCodes.InvalidInput, faults))
            : (new(search, Given("in"), kind, on, Given("all") == "true", limit), null);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static UnitKind? Kinds(string? text) => Enum.TryParse<UnitKind>(text, out var kind) && kind.ToString() == text ? kind : null;
}
