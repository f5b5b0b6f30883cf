using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TitleCertification.Functions.Tests.Privacy;

/// <summary>Hears everything that this process measures and traces, whoever does: names of instruments and activities, and every tag.</summary>
internal sealed class Canaries : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> heard = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener activities;

    public Canaries()
    {
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Listen<long>();
        Listen<int>();
        Listen<double>();
        Listen<float>();
        Listen<decimal>();
        Listen<short>();
        Listen<byte>();
        meters.Start();
        activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear(
                [$"{activity.Source.Name}/{activity.DisplayName}", activity.StatusDescription, .. activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(tag => $"{tag.Key}={tag.Value}"), .. activity.Baggage.Select(item => $"{item.Key}={item.Value}")]),
        };
        ActivitySource.AddActivityListener(activities);
    }

    /// <summary>Everything heard so far, what is observed only when asked included.</summary>
    public IReadOnlyCollection<string> Heard()
    {
        meters.RecordObservableInstruments();
        return [.. heard.Keys];
    }

    public void Dispose()
    {
        meters.Dispose();
        activities.Dispose();
    }

    private void Listen<T>()
        where T : struct => meters.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
        {
            Hear([$"{instrument.Meter.Name}/{instrument.Name}"]);
            foreach (var tag in tags)
                Hear([$"{tag.Key}={tag.Value}"]);
        });

    private void Hear(IEnumerable<string?> said)
    {
        foreach (var line in said.OfType<string>())
            heard[line] = true;
    }
}
