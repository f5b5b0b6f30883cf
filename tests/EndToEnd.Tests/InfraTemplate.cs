using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary><c>infra/</c> as the Bicep compiler makes it: the template that Azure would be given.</summary>
public sealed class InfraTemplate
{
    private readonly Lazy<CompilerRun> _main = new(() => CompilerRun.Of("build", "main.bicep"));
    private readonly Lazy<CompilerRun> _example = new(() => CompilerRun.Of("build-params", "main.bicepparam"));

    public CompilerRun Main => _main.Value;

    public CompilerRun Example => _example.Value;

    /// <summary>All resources of a type, in the template and in the modules inside it.</summary>
    public IReadOnlyList<JsonNode> Resources(string type) => [.. All(Main.Json).Where(r => (string?)r["type"] == type)];

    public JsonNode Resource(string type) => Assert.Single(Resources(type));

    private static IEnumerable<JsonNode> All(JsonNode template)
    {
        var resources = template["resources"] switch
        {
            JsonArray array => array.Select(r => r!),
            JsonObject named => named.Select(r => r.Value!),
            _ => [],
        };
        foreach (var resource in resources)
        {
            yield return resource;
            if (resource["properties"] is JsonObject properties && properties["template"] is { } module)
                foreach (var inside in All(module))
                    yield return inside;
        }
    }
}

public sealed record CompilerRun(int ExitCode, string Output, string Complaints)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public static CompilerRun Of(string command, string file)
    {
        var compiler = typeof(CompilerRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;
        // A package keeps no execute bit when it is unpacked by some clients.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(compiler, File.GetUnixFileMode(compiler) | UnixFileMode.UserExecute);

        var start = new ProcessStartInfo(compiler, [command, Path.Combine(Repository.Root, "infra", file), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, complaints.Result);
    }
}

/// <summary>The pinned compiler is a Linux x64 program; elsewhere these tests say that they did not run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InfraFactAttribute : FactAttribute
{
    public InfraFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            Skip = "The Bicep compiler of the tests runs on Linux x64.";
    }
}
