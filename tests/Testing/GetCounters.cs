using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Testing;

/// <summary>What the service has cost so far, counted inside its process: for the benchmarks.</summary>
public static class GetCounters
{
    private static readonly MeterListener Listener = Listen();
    private static long requests;

    /// <summary>Begins to count; called before anything is asked of storage.</summary>
    public static void Start() => _ = Listener;

    [Function(nameof(GetCounters))]
    [Policy(Access.Public)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/testing/counters")] HttpRequest request)
    {
        _ = request;
        using var process = Process.GetCurrentProcess();
        return Results.Json(new Counters(Interlocked.Read(ref requests), process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64, GC.GetGCMemoryInfo().TotalCommittedBytes));
    }

    /// <summary>Every HTTP request the process makes goes to storage; repeated ones count again.</summary>
    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "System.Net.Http" && instrument.Name == "http.client.request.duration")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref requests));
        listener.Start();
        return listener;
    }
}

/// <param name="StorageRequests">HTTP requests to storage since the start.</param>
/// <param name="ProcessorMilliseconds">Of the service's process alone.</param>
/// <param name="WorkingSet">Bytes of the process.</param>
/// <param name="ManagedMemory">Bytes of these that the garbage collector holds.</param>
public sealed record Counters(long StorageRequests, double ProcessorMilliseconds, long WorkingSet, long ManagedMemory)
{
    /// <summary>Of a service that runs at this address.</summary>
    public static async Task<Counters> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        return (await http.GetFromJsonAsync<Counters>("api/testing/counters", cancellationToken))!;
    }
}
