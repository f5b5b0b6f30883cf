using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.RateLimits;

/// <summary>How much is taken from one address, and from one person who has signed in, in a minute: setting <c>RequestsPerMinute</c>, 0 for no limit.</summary>
public sealed class RequestLimits
{
    public const string Setting = "RequestsPerMinute";
    private const int Default = 600;

    private readonly RateLimit addresses;
    private readonly RateLimit people;

    /// <exception cref="SettingException">The setting is no number of requests.</exception>
    public RequestLimits(IConfiguration configuration, TimeProvider clock)
    {
        var given = configuration[Setting];
        var perMinute = string.IsNullOrEmpty(given) ? Default
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new SettingException($"{Setting} is '{given}'; it must be a number, 0 for no limit.");
        (addresses, people) = (new(perMinute, clock), new(perMinute, clock));
    }

    /// <returns>The problem to answer with, or null.</returns>
    public IResult? OfAddress(HttpRequest request, string address) => Problem(request, addresses.Ask(address));

    public IResult? OfPerson(HttpRequest request, string person) => Problem(request, people.Ask(person));

    /// <summary>429 with how long to wait, or null where there is no need to.</summary>
    public static IResult? Problem(HttpRequest request, TimeSpan? wait)
    {
        if (wait is not { } time)
            return null;
        request.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.From(Problems.TooManyRequests);
    }
}
