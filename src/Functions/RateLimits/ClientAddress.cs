using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.Functions.RateLimits;

/// <summary>
/// Where a request comes from. Whoever sends it may write into X-Forwarded-For what he likes; only the entries that our own front ends have
/// appended at its end are believed, as many as the setting <c>ForwardedHops</c> says (Azure's front end appends one).
/// </summary>
public sealed class ClientAddress
{
    public const string Setting = "ForwardedHops";

    private readonly int hops;

    /// <exception cref="SettingException">The setting is no number of hops.</exception>
    public ClientAddress(IConfiguration configuration)
    {
        var given = configuration[Setting];
        // On Azure nobody reaches the app but through the front end.
        hops = string.IsNullOrEmpty(given) ? (configuration["WEBSITE_SITE_NAME"] is null ? 0 : 1)
            : int.TryParse(given, out var number) && number is >= 0 and <= 10 ? number : throw new SettingException($"{Setting} is '{given}'; it must be a number from 0 to 10.");
    }

    /// <returns>The address, of IPv6 the network of a subscriber (/64). "unknown" is one caller like any other.</returns>
    public string Of(HttpRequest request)
    {
        var address = request.HttpContext.Connection.RemoteIpAddress;
        if (hops > 0)
        {
            var forwarded = string.Join(',', request.Headers["X-Forwarded-For"].AsEnumerable()).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            address = forwarded.Length >= hops ? Parse(forwarded[^hops]) : null;
        }

        return address is null ? "unknown" : Text(address);
    }

    /// <summary>Azure appends the port to the address.</summary>
    private static IPAddress? Parse(string entry) =>
        IPAddress.TryParse(entry, out var address) ? address : IPEndPoint.TryParse(entry, out var endPoint) ? endPoint.Address : null;

    private static string Text(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
