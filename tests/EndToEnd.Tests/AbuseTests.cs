using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>What the running service does with those who ask too much, and what every answer tells a browser.</summary>
[Collection(nameof(Service))]
public class AbuseTests(Service service)
{
    public static TheoryData<string> Addresses => ["api/health", "api/applications/H40.361-250101-0001", "nowhere", "", "api/queues/Nobody/361"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AnyAnswer_TellsTheBrowserWhatItMayDo(string path)
    {
        using var http = new HttpClient { BaseAddress = service.Api.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Track_WrongDigitsAgainAndAgain_WaitsAndTellsNoMore()
    {
        // Of its own: an address that fails too often waits for every dossier.
        using var data = new TemporaryDirectory();
        await using var process = await ServiceProcess.StartAsync(data.Path);
        using var api = new ServiceApi(process.Address);
        var dossier = (await api.SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();
        string[] dossiers = [dossier, "H40.361-250101-9998"];
        foreach (var asked in dossiers)
        {
            for (var i = 0; i < 5; i++)
                Assert.Equal("unknown_dossier", (await TrackAsync(asked, "0000")).Code);
            var locked = await TrackAsync(asked, SampleSubmission.PhoneDigits);
            Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_requests"), (locked.Status, locked.Code));
        }

        Assert.Equal("too_many_requests", (await api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits)).Code);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"api/applications/{dossier}", SamplePerson.ReviewerOf("361"))).Status);

        Task<Answer> TrackAsync(string asked, string digits) => api.PostAsync("api/track", new JsonObject { ["dossier"] = asked, ["phoneDigits"] = digits });
    }

    [Fact]
    public async Task RequestsPerMinute_OverTheLimit_Are429WithRetryAfter()
    {
        using var data = new TemporaryDirectory();
        await using var limited = await ServiceProcess.StartAsync(data.Path, settings: new Dictionary<string, string?> { ["RequestsPerMinute"] = "30", ["ForwardedHops"] = "1" });
        using var http = new HttpClient { BaseAddress = limited.Address };
        var (passed, began) = (0, Stopwatch.GetTimestamp());
        while (true)
        {
            using var answer = await AskAsync($"6.6.6.{passed % 250}, 1.2.3.4");
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                Assert.True(++passed < 10_000, "Nobody is ever told to wait.");
                continue;
            }

            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 2);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            break;
        }

        // Thirty at once, and one for every two seconds that have gone by meanwhile.
        Assert.InRange(passed, 30, 31 + (int)(Stopwatch.GetElapsedTime(began).TotalSeconds / 2));
        using var another = await AskAsync("5.5.5.5");
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);

        async Task<HttpResponseMessage> AskAsync(string forwarded)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/health");
            request.Headers.Add("X-Forwarded-For", forwarded);
            return await http.SendAsync(request);
        }
    }

    /// <summary>Refused by the server before any function is asked; the connection is of no more use, and the service is.</summary>
    [Theory]
    [InlineData("GET /api/{long} HTTP/1.1\r\nHost: a\r\n\r\n", "414")]
    [InlineData("GET /api/health HTTP/1.1\r\nHost: a\r\n{headers}\r\n", "431")]
    [InlineData("GET /api/health HTTP/1.1\r\nHost: a\r\nX: {long}{long}{long}{long}\r\n\r\n", "431")]
    [InlineData("rubbish\r\n\r\n", "400")]
    public async Task RawRequest_BeyondEveryLimit_IsRefused(string request, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", service.Api.Address.Port);
        var headers = string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n"));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{long}", new string('a', 10_000), StringComparison.Ordinal).Replace("{headers}", headers, StringComparison.Ordinal)));
        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.GetAsync("api/health")).Status);
    }
}
