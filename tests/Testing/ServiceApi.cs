using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Testing;

/// <summary>The service over its public HTTP API, as its callers see it: nothing here knows the app's types.</summary>
/// <param name="clock">The service's, for the tokens that people show it.</param>
public sealed class ServiceApi(Uri address, TimeProvider? clock = null) : IDisposable
{
    /// <summary>Who issues the tokens that people show.</summary>
    public TestIssuer Issuer { get; set; } = TestIssuer.Shared;

    public Uri Address => address;

    private readonly HttpClient http = new(new WatchedRequests(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <param name="person">Id of who asks, by a token of the tests' issuer.</param>
    public async Task<Answer> SendAsync(
        HttpMethod method, string path, JsonNode? body = null, string? person = null, string? phoneDigits = null, string? key = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (person is not null)
            request.Headers.Authorization = new("Bearer", Issuer.TokenOf(person, clock));
        if (phoneDigits is not null)
            request.Headers.Add("X-Phone-Digits", phoneDigits);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(request, cancellationToken);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        using var response = await http.SendAsync(request, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, bytes, response.Headers.Location?.ToString());
    }

    public Task<Answer> GetAsync(string path, string? person = null, string? phoneDigits = null) => SendAsync(HttpMethod.Get, path, null, person, phoneDigits);

    public Task<Answer> PostAsync(string path, JsonNode body, string? person = null, string? phoneDigits = null) =>
        SendAsync(HttpMethod.Post, path, body, person, phoneDigits);

    public Task<Answer> SubmitAsync(JsonNode body, string? key = null) => SendAsync(HttpMethod.Post, "api/applications", body, key: key ?? Guid.NewGuid().ToString());

    public void Dispose() => http.Dispose();
}

public sealed record Answer(HttpStatusCode Status, string? ContentType, byte[] Content, string? Location)
{
    /// <summary>The body as JSON; throws with the text where it is not.</summary>
    public JsonNode Json => JsonNode.Parse(Content) ?? throw new InvalidOperationException("The body is null.");

    public string Text => System.Text.Encoding.UTF8.GetString(Content);

    public string? Code => ContentType == "application/problem+json" ? Json["code"]?.GetValue<string>() : null;

    public override string ToString() => $"{(int)Status} {ContentType} {(ContentType == "application/pdf" ? $"{Content.Length} bytes" : Text)}";
}
