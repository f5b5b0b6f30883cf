using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>A request about a container, signed with the account's key (Shared Key): the runtime itself has no storage library.</summary>
internal static class SignedRequest
{
    public static async Task<HttpStatusCode> SendAsync(string connection, HttpMethod method, string container)
    {
        var parts = connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        const string version = "2021-12-02";
        var text = $"{method}\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:{date}\nx-ms-version:{version}\n/{parts["AccountName"]}/{parts["AccountName"]}/{container}\nrestype:container";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(parts["AccountKey"]), Encoding.UTF8.GetBytes(text)));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, $"{parts["BlobEndpoint"]}/{container}?restype=container");
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-version", version);
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKey {parts["AccountName"]}:{signature}");
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
