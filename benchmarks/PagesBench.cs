using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Bench;

/// <summary>
/// What applicants, reviewers and whoever holds a certificate wait for, with many applications stored: the service on one core, the load as a crowd makes it (<see cref="OpenLoop"/>), each
/// answer looked at. Applicants and certificates are different ones all the time, more than the service keeps in memory.
/// </summary>
internal static partial class PagesBench
{
    private const int Applications = 100_000;
    private const int PerSecond = 200;
    private const int Applicants = 2_000;
    private const double Goal = 50;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("BENCH_APPLICATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Applications;
        var store = await FilledStore.MakeAsync(count, cancellationToken);
        // The service has its core for itself.
        using var self = Process.GetCurrentProcess();
        if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
            self.ProcessorAffinity &= ~1;
        await using var service = await ServiceProcess.StartAsync(store, settings: new Dictionary<string, string?> { [ServiceProcess.OneCore] = "yes" });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 256, AutomaticDecompression = DecompressionMethods.Brotli }) { BaseAddress = service.Address };
        var applicants = await OpenCasesAsync(http, await FilledStore.SamplesAsync(store, cancellationToken), cancellationToken);
        var token = $"Bearer {TestIssuer.Shared.TokenOf(SamplePerson.ReviewerOf("361"))}";
        var certified = count - ((count + 19) / 20);

        Func<int, Task> track = i => AskAsync(http, "track/case", "Cookie", applicants[i % applicants.Count].Cookie, applicants[i % applicants.Count].Dossier);
        Func<int, Task> verify = i => AskAsync(http, $"v/{Number(i, certified)}", null, null, Number(i, certified));
        Func<int, Task> queue = _ => AskAsync(http, "review", "Authorization", token, "H40.361-");

        using var machine = new MachineWatch();
        var figures = new List<Figure>();
        foreach (var (name, ask) in new[] { ("track", track), ("queue", queue), ("verify", verify) })
        {
            // Warm: the first requests pay for compilation, and the next for better compilation in the background.
            await OpenLoop.RunAsync(PerSecond / 2, TimeSpan.FromSeconds(40), ask, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var before = await Counters.ReadAsync(service.Address, cancellationToken);
            var took = await OpenLoop.RunAsync(PerSecond, Duration, ask, cancellationToken);
            var after = await Counters.ReadAsync(service.Address, cancellationToken);
            var p99 = OpenLoop.Percentile(took, 0.99);
            figures.Add(new($"{name}, p99 at {PerSecond} requests/s, {count.ToString("#,0", CultureInfo.InvariantCulture)} applications stored", p99, "ms", $"under {Goal}", p99 < Goal));
            var standstills = machine.Since(started);
            if (standstills.Times.Count > 0 && took.Where(request => !standstills.Touch(request)).ToList() is { Count: > 0 } undisturbed)
            {
                figures.Add(new($"{name}, time in which the machine itself was held back", standstills.Share * 100, "%"));
                figures.Add(new($"{name}, p99 of the {100.0 * undisturbed.Count / took.Length:0} % of requests outside of that", OpenLoop.Percentile(undisturbed, 0.99), "ms"));
            }

            figures.Add(new($"{name}, p50", OpenLoop.Percentile(took, 0.5), "ms"));
            figures.Add(new($"{name}, processor time a request", (after.ProcessorMilliseconds - before.ProcessorMilliseconds) / took.Length, "ms"));
        }

        return figures;
    }

    // Steps of a number that has no factor in common with any round count: every certificate's turn comes, and no two neighbours' one after the other.
    private static string Number(int i, int certified) => $"DVHT-36-2025-{((long)i * 7_919 % certified) + 1:D5}";

    /// <summary>As a browser does it: the form, its token, number and digits; what comes back is the cookie that opens the case.</summary>
    private static async Task<IReadOnlyList<(string Dossier, string Cookie)>> OpenCasesAsync(HttpClient http, string[] dossiers, CancellationToken cancellationToken)
    {
        using var form = await http.GetAsync(new Uri("track", UriKind.Relative), cancellationToken);
        var token = Token().Match(await form.Content.ReadAsStringAsync(cancellationToken));
        var antiforgery = CookieOf(form);
        var opened = new List<(string, string)>();
        foreach (var dossier in dossiers.Where((_, i) => i % Math.Max(1, dossiers.Length / Applicants) == 0))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "track")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["dossier"] = dossier, ["digits"] = SampleSubmission.PhoneDigits, [token.Groups["field"].Value] = WebUtility.HtmlDecode(token.Groups["token"].Value) }),
            };
            request.Headers.Add("Cookie", antiforgery);
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.SeeOther)
                throw new InvalidOperationException($"{dossier} was not opened: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            opened.Add((dossier, CookieOf(answer)));
        }

        return opened;
    }

    private static string CookieOf(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    private static async Task AskAsync(HttpClient http, string path, string? header, string? value, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != HttpStatusCode.OK || !text.Contains(expected, StringComparison.Ordinal))
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} without {expected}: {text}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<field>[^\"]+)\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
