using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Requests;

/// <summary>Reads the query of an address and collects every fault of it. A parameter that is not given, or empty, is null.</summary>
internal sealed class QueryReader(HttpRequest request)
{
    private readonly List<Fault> faults = [];

    /// <summary>Null while nothing was wrong.</summary>
    public Refusal? Refusal => faults.Count == 0 ? null : new(RefusalCodes.InvalidInput, faults);

    public string? Text(string name, int longest = 200)
    {
        var text = Given(name);
        if (text?.Length > longest)
            faults.Add(InputFaults.TooLong($"/{name}", longest));
        return text;
    }

    public DateOnly? Day(string name)
    {
        if (Given(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        faults.Add(new("date_invalid", $"/{name}", new("Ngày phải có dạng 2025-06-30.", "The day must be like 2025-06-30.")));
        return null;
    }

    public int? Year(string name)
    {
        if (Given(name) is not { } text)
            return null;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2099)
            return year;
        faults.Add(new("year_invalid", $"/{name}", new("Năm phải từ 2000 đến 2099.", "The year must be from 2000 to 2099.")));
        return null;
    }

    /// <summary>One of the names of <typeparamref name="T"/>, written as it is.</summary>
    public T? Name<T>(string name, string faultCode)
        where T : struct, Enum
    {
        if (Given(name) is not { } text)
            return null;
        if (Enum.GetNames<T>().Contains(text))
            return Enum.Parse<T>(text);
        var names = Enum.GetNames<T>();
        faults.Add(new(faultCode, $"/{name}", new($"Phải là một trong: {string.Join(", ", names)}.", $"Must be one of: {string.Join(", ", names)}.")));
        return null;
    }

    private string? Given(string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;
}
