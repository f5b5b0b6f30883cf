using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TitleCertification.Bench;

// In the order in which ./bench runs them all.
var benchmarks = new Dictionary<string, Func<CancellationToken, Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
{
    ["throughput"] = ThroughputBench.RunAsync,
    ["engine"] = EngineBench.RunAsync,
    ["pages"] = PagesBench.RunAsync,
    ["auth"] = AuthBench.RunAsync,
    ["scoring"] = _ => Task.FromResult(ScoringBench.Run()),
    ["pdf"] = _ => Task.FromResult(PdfBench.Run()),
};

var json = args.Contains("--json");
var names = args.Where(a => a != "--json").ToArray();
if (names.FirstOrDefault(n => !benchmarks.ContainsKey(n)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. Benchmarks: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var all = new List<Figure>();
foreach (var name in names.Length > 0 ? names : [.. benchmarks.Keys])
{
    var figures = await benchmarks[name](stop.Token);
    all.AddRange(figures);
    if (!json)
        foreach (var figure in figures)
            Console.WriteLine(Line(figure));
}

if (json)
    Console.WriteLine(JsonSerializer.Serialize(all.ToDictionary(f => f.Name, f => new { f.Value, f.Unit, f.Goal, f.Met }), Output.Json));
return 0;

static string Line(Figure figure)
{
    // Four digits say all that a run on a shared machine can know.
    var value = figure.Value.ToString(Math.Abs(figure.Value) >= 1000 ? "#,0" : "0.###", CultureInfo.InvariantCulture);
    var goal = figure.Goal is null ? "" : figure.Met is false ? $" (goal: {figure.Goal}; missed)" : $" (goal: {figure.Goal})";
    return $"{figure.Name}: {value} {figure.Unit}{goal}";
}

internal static class Output
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };
}
