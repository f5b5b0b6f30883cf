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
    private readonly RateLimit begun;

    /// <exception cref="SettingException">The setting is no number of requests.</exception>
    public RequestLimits(IConfiguration configuration, TimeProvider clock)
    {
        var given = configuration[Setting];
        var perMinute = string.IsNullOrEmpty(given) ? Default
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new SettingException($"{Setting} is '{given}'; it must be a number, 0 for no limit.");
        (addresses, people) = (new(perMinute, TimeSpan.FromMinutes(1), clock), new(perMinute, TimeSpan.FromMinutes(1), clock));
        begun = new((perMinute + 1) / 2, TimeSpan.FromHours(1), clock);
    }

    /// <returns>The problem to answer with, or null; so do the others.</returns>
    public IResult? OfAddress(HttpRequest request, string address) => Problem(request, addresses.Ask(address));

    /// <summary>
    /// For what stays here once it is asked for: half as many an hour as requests a minute. An application uses up one of the 9,999 numbers that its office has in a day, and a folder of evidence
    /// holds megabytes for a month; at the pace of other requests one address would take all of the first in a quarter of an hour, and the disk overnight.
    /// </summary>
    public IResult? OfBeginning(HttpRequest request, string caller) => Problem(request, begun.Ask(caller));

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
