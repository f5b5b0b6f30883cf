using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>A browser as far as it matters here: it keeps cookies, follows no redirect by itself, and says where a request comes from.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new WatchedRequests(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = address };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Sent with every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>What the last answer said of cookies.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>Has any answer told the browser to come over https alone?</summary>
    public bool StrictTransport { get; private set; }

    public async Task<(HttpStatusCode Status, string? Location, string Text)> GetAsync(string path) => await SendAsync(new(HttpMethod.Get, path));

    public Task<(HttpStatusCode Status, string? Location, string Text)> PostAsync(string path, JsonObject body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = System.Net.Http.Json.JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return SendAsync(request);
    }

    /// <summary>As a page's form is sent.</summary>
    public Task<(HttpStatusCode Status, string? Location, string Text)> PostFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields), Headers = { { "Sec-Fetch-Site", "same-origin" } } });

    public Task<(HttpStatusCode Status, string? Location, string Text)> PostContentAsync(string path, HttpContent content) =>
        SendAsync(new(HttpMethod.Post, path) { Content = content, Headers = { { "Sec-Fetch-Site", "same-origin" } } });

    /// <summary>Out to the provider and back; returns the answer of the way back.</summary>
    public async Task<(HttpStatusCode Status, string? Location, string Text)> SignInAsync(string returnTo = "/")
    {
        var callback = await BeginAsync(returnTo);
        return await GetAsync(callback);
    }

    /// <summary>Out to the provider; returns the address it sends the browser back to, which nobody has opened yet.</summary>
    public async Task<string> BeginAsync(string returnTo = "/")
    {
        var (_, provider, text) = await GetAsync($"sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var back = await outside.GetAsync(new Uri(provider ?? throw new InvalidOperationException(text)));
        return back.Headers.Location!.PathAndQuery.TrimStart('/');
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, string? Location, string Text)> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await http.SendAsync(request);
        StrictTransport |= answer.Headers.Contains("Strict-Transport-Security");
        SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in SetCookies)
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : throw new InvalidOperationException(cookie);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        return (answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());
    }
}
