using System.Diagnostics;
using System.Net;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Bench;

/// <summary>
/// What it costs to know who asks: the same function asked by nobody and by somebody with a token, by turns, one request at a time, on the running service. The median of each, so
/// that a bad moment of the machine counts in neither.
/// </summary>
internal static class AuthBench
{
    private const int Rounds = 3_000;
    private const string Path = "api/units/361";

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var data = new TemporaryDirectory();
        await using var service = await ServiceProcess.StartAsync(data.Path, settings: new Dictionary<string, string?> { ["RequestsPerMinute"] = "0" });
        using var http = new HttpClient { BaseAddress = service.Address };
        var token = TestIssuer.Shared.TokenOf(SamplePerson.ReviewerOf("361"));
        var curve = TestIssuer.Shared.Published.Single(key => key.Algorithm == "ES256");
        var curveToken = curve.Sign(
            new() { ["alg"] = curve.Algorithm, ["kid"] = curve.Id, ["typ"] = "at+jwt" }, TestIssuer.Shared.Claims(SamplePerson.ReviewerOf("361"), DateTimeOffset.UtcNow));
        await CheckAsync(http, token, cancellationToken);

        var first = await AskAsync(http, token, cancellationToken);
        for (var i = 0; i < Rounds / 3; i++)
        {
            await AskAsync(http, null, cancellationToken);
            await AskAsync(http, token, cancellationToken);
            await AskAsync(http, curveToken, cancellationToken);
        }

        var (anonymous, rsa, ec) = (new List<double>(Rounds), new List<double>(Rounds), new List<double>(Rounds));
        for (var i = 0; i < Rounds; i++)
        {
            anonymous.Add(await AskAsync(http, null, cancellationToken));
            rsa.Add(await AskAsync(http, token, cancellationToken));
            ec.Add(await AskAsync(http, curveToken, cancellationToken));
        }

        return
        [
            new("request by nobody", Median(anonymous), "ms"),
            More("more for a token, RS256", Median(rsa) - Median(anonymous)),
            More("more for a token, ES256", Median(ec) - Median(anonymous)),
            new("request with the first token after the check", first, "ms"),
        ];
    }

    private static Figure More(string name, double milliseconds) => new(name, milliseconds, "ms", "0.3 or less", milliseconds <= 0.3);

    /// <summary>A rate of something that is not checked would be worth nothing: the good token is somebody, a spoilt one nobody.</summary>
    private static async Task CheckAsync(HttpClient http, string token, CancellationToken cancellationToken)
    {
        foreach (var (shown, expected) in new[] { (token, HttpStatusCode.OK), (token[..^4] + "AAAA", HttpStatusCode.Unauthorized) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/me");
            request.Headers.Authorization = new("Bearer", shown);
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode != expected)
                throw new InvalidOperationException($"A token was answered with {answer.StatusCode}, not {expected}.");
        }
    }

    private static async Task<double> AskAsync(HttpClient http, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        var watch = Stopwatch.StartNew();
        using var answer = await http.SendAsync(request, cancellationToken);
        var took = watch.Elapsed.TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new InvalidOperationException($"{Path}: {(int)answer.StatusCode}");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
