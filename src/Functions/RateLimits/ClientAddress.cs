using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.RateLimits;

/// <summary>Where a request comes from: as our own front ends say where there are any, else as the connection says.</summary>
public sealed class ClientAddress(FrontEnds frontEnds)
{
    /// <returns>The address, of IPv6 the network of a subscriber (/64). "unknown" is one caller like any other.</returns>
    public string Of(HttpRequest request)
    {
        var address = !frontEnds.Any ? request.HttpContext.Connection.RemoteIpAddress : frontEnds.For(request) is { } forwarded ? Parse(forwarded) : null;
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
