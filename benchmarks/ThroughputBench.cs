using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Testing;
using TitleCertification.Testing.Providers;

namespace TitleCertification.Bench;

/// <summary>
/// Applications end to end over HTTP, from submission to certificate, on the emulator in memory. Every storage request of the service is
/// counted, those of reading the queues and of sending what the applicants are told included; the emulator's own rate is measured in the same run, on the same machine, before and after.
/// </summary>
internal static class ThroughputBench
{
    private const int Parallel = 48;

    // Receipt and certificate. The service's counter counts them too: they are no requests to storage.
    private const int MessagesEach = 2;

    private static readonly (string Unit, string District)[] Places =
    [
        ("361-tt-lieu-de", "361"), ("360-tt-lam", "360"), ("362-tt-nam-giang", "362"), ("363-tt-co-le", "363"), ("364-tt-xuan-truong", "364"),
        ("365-tt-giao-thuy", "365"), ("366-xa-hai-long", "366"), ("359-tt-goi", "359"),
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var data = new TemporaryDirectory();
        await using var gateway = await FakeGateway.StartAsync();
        await using var service = await ServiceProcess.StartAsync(data.Path, "azurite", new Dictionary<string, string?>
        {
            ["LocalServices__AzuriteInMemory"] = "true", ["AzureWebJobsStorage"] = null, ["Sms__Webhook"] = gateway.Address.ToString(), ["Sms__Key"] = "0123456789abcdef",
        });
        using var api = new ServiceApi(service.Address);

        // Warm: the first applications pay for compilation.
        await RunAsync(api, gateway, 50, Parallel, cancellationToken);
        var idle = await IdleAsync(api, gateway, 5, cancellationToken);
        var rawBefore = await EmulatorRate.MeasureAsync(service, cancellationToken);
        var small = await RunAsync(api, gateway, 100, Parallel, cancellationToken);
        var large = await RunAsync(api, gateway, 2_000, Parallel, cancellationToken);
        var counters = await Counters.ReadAsync(api.Address, cancellationToken);
        // Before and after, and the better of both: on a shared machine the emulator too has bad minutes.
        var raw = EmulatorRate.Best(rawBefore, await EmulatorRate.MeasureAsync(service, cancellationToken));
        return
        [
            new("emulator, point inserts", raw.PointInserts, "requests/s"),
            new("emulator, batches of an application", raw.Batches, "requests/s"),
            new("requests per application, one at a time", idle, "requests"),
            new("requests per application, 100", small.Requests, "requests", "8 or fewer", small.Requests <= 8),
            new("requests per application, 2,000", large.Requests, "requests", "8 or fewer", large.Requests <= 8),
            new("applications, 100", small.Rate, "applications/s"),
            new("applications, 2,000", large.Rate, "applications/s"),
            Share("share of the emulator's rate of application batches", raw.Batches, large) with { Goal = "50 % or better", Met = large.Rate * large.Requests >= raw.Batches / 2 },
            Share("share of the emulator's rate of point inserts", raw.PointInserts, large),
            new("processor time per application", large.ProcessorMilliseconds, "ms"),
            new("memory after 2,155 applications", counters.WorkingSet / 1048576.0, "MiB", "under 200", counters.WorkingSet < 200 * 1048576L),
            new("of these held by the garbage collector", counters.ManagedMemory / 1048576.0, "MiB"),
        ];
    }

    /// <summary>How much of the requests that the emulator answers by itself were answered for applications.</summary>
    private static Figure Share(string name, double rate, Cost cost) => new(name, cost.Rate * cost.Requests / rate * 100, "%");

    private static async Task<Cost> RunAsync(ServiceApi api, FakeGateway gateway, int applications, int parallel, CancellationToken cancellationToken)
    {
        var (before, told) = (await Counters.ReadAsync(api.Address, cancellationToken), gateway.Requests.Count);
        var watch = Stopwatch.StartNew();
        var review = Task.WhenAll(
        [
            .. Places.Select((place, i) => ApproveAllAsync(api, $"DistrictReviewer/{place.District}", SamplePerson.ReviewerOf(place.District), "district",
                (applications + Places.Length - 1 - i) / Places.Length, parallel, cancellationToken)),
            ApproveAllAsync(api, "ProvincialApprover/36", SamplePerson.Approver, "province", applications, parallel, cancellationToken),
        ]);
        var submitted = new string[applications];
        await System.Threading.Tasks.Parallel.ForAsync(0, applications, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (i, _) =>
        {
            var answer = await api.SubmitAsync(SampleSubmission.Of($"Trường số {i}", Places[i % Places.Length].Unit));
            submitted[i] = Require(answer, HttpStatusCode.Created).Json["dossier"]!.GetValue<string>();
        });
        await review;
        // The last ones approved are the last ones certified; asking them alone keeps the count honest.
        foreach (var dossier in submitted.TakeLast(5))
            await Patience.UntilAsync(async () => await IsCertifiedAsync(api, dossier), () => $"{dossier} is not certified.");
        watch.Stop();
        await UntilToldAsync(gateway, told + (MessagesEach * applications));
        await Patience.UntilAsync(async () => await IsSettledAsync(api, cancellationToken), () => "The service does not come to rest.");
        var after = await Counters.ReadAsync(api.Address, cancellationToken);

        foreach (var dossier in submitted)
        {
            if (!await IsCertifiedAsync(api, dossier))
                throw new InvalidOperationException($"{dossier} is not certified: the figures would be wrong.");
        }

        return new(
            applications / watch.Elapsed.TotalSeconds, (after.StorageRequests - before.StorageRequests - (gateway.Requests.Count - told)) / (double)applications,
            (after.ProcessorMilliseconds - before.ProcessorMilliseconds) / applications);
    }

    /// <summary>One application after the other, so that no row of one shares a batch with another's; nobody reads a queue.</summary>
    private static async Task<double> IdleAsync(ServiceApi api, FakeGateway gateway, int applications, CancellationToken cancellationToken)
    {
        var (before, told) = (await Counters.ReadAsync(api.Address, cancellationToken), gateway.Requests.Count);
        for (var i = 0; i < applications; i++)
        {
            var answer = await api.SubmitAsync(SampleSubmission.Of($"Trường lẻ {i}", Places[0].Unit));
            var dossier = Require(answer, HttpStatusCode.Created).Json["dossier"]!.GetValue<string>();
            await Task.Delay(1000, cancellationToken);
            await ApproveAsync(api, dossier, "district", SamplePerson.ReviewerOf(Places[0].District));
            await Task.Delay(1000, cancellationToken);
            await ApproveAsync(api, dossier, "province", SamplePerson.Approver);
            await Task.Delay(1000, cancellationToken);
            if (!await IsCertifiedAsync(api, dossier))
                throw new InvalidOperationException($"{dossier} is not certified within a second.");
        }

        await UntilToldAsync(gateway, told + (MessagesEach * applications));
        return ((await Counters.ReadAsync(api.Address, cancellationToken)).StorageRequests - before.StorageRequests - (gateway.Requests.Count - told)) / (double)applications;
    }

    private static Task UntilToldAsync(FakeGateway gateway, int messages) =>
        Patience.UntilAsync(() => Task.FromResult(gateway.Requests.Count >= messages), () => $"{gateway.Requests.Count} of {messages} messages were sent.", TimeSpan.FromMinutes(10));

    private static async Task ApproveAsync(ServiceApi api, string dossier, string stage, string person)
    {
        var body = new JsonObject { ["stage"] = stage };
        if (stage == "province")
            body["decision"] = new JsonObject { ["number"] = "1234/QĐ-UBND", ["decidedOn"] = "2026-01-05" };
        Require(await api.PostAsync($"api/applications/{dossier}/approve", body, person), HttpStatusCode.OK);
    }

    /// <summary>A reviewer who takes whatever is in his queue until so many are decided.</summary>
    private static async Task ApproveAllAsync(ServiceApi api, string queue, string person, string stage, int expected, int parallel, CancellationToken cancellationToken)
    {
        var decided = new HashSet<string>();
        while (decided.Count < expected)
        {
            var page = Require(await api.GetAsync($"api/queues/{queue}?limit=200", person), HttpStatusCode.OK).Json["items"]!.AsArray();
            var waiting = page.Select(item => item!["dossier"]!.GetValue<string>()).Where(decided.Add).ToList();
            await System.Threading.Tasks.Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
                async (dossier, _) => await ApproveAsync(api, dossier, stage, person));
            // He looks again at once while there is much to do; every look is a request that counts.
            if (decided.Count < expected && waiting.Count < 50)
                await Task.Delay(500, cancellationToken);
        }
    }

    private static async Task<bool> IsCertifiedAsync(ServiceApi api, string dossier) =>
        Require(await api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits), HttpStatusCode.OK).Json["status"]!.GetValue<string>() == "Certified";

    /// <summary>No request for a second: whatever was put off has been written.</summary>
    private static async Task<bool> IsSettledAsync(ServiceApi api, CancellationToken cancellationToken)
    {
        var before = await Counters.ReadAsync(api.Address, cancellationToken);
        await Task.Delay(1000, cancellationToken);
        return (await Counters.ReadAsync(api.Address, cancellationToken)).StorageRequests == before.StorageRequests;
    }

    private static Answer Require(Answer answer, HttpStatusCode expected) =>
        answer.Status == expected ? answer : throw new InvalidOperationException($"Expected {expected}, got {answer}.");

    private sealed record Cost(double Rate, double Requests, double ProcessorMilliseconds);
}
