using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>What the runtime takes from the command line, the configuration and <c>host.json</c>.</summary>
internal sealed class HostSettings
{
    private const int DefaultPort = 7071;
    private const long DefaultBodyLimit = 104_857_600;
    private const int DefaultConcurrency = 64;

    private HostSettings(IConfiguration configuration, JsonElement hostJson, string contentRoot)
    {
        Configuration = configuration;
        RoutePrefix = Text(hostJson, "extensions", "http", "routePrefix")?.Trim('/') ?? "api";
        TaskHub = Text(hostJson, "extensions", "durableTask", "hubName") ?? "LocalHub";
        MaxConcurrentActivities = Number(hostJson, "maxConcurrentActivityFunctions");
        MaxConcurrentOrchestrations = Number(hostJson, "maxConcurrentOrchestratorFunctions");
        ContentRoot = contentRoot;
        DataDirectory = Path.GetFullPath(configuration["DataDirectory"] is { Length: > 0 } data ? data : Path.Combine(SolutionDirectory(contentRoot), ".local"));
    }

    public IConfiguration Configuration { get; }

    public string RoutePrefix { get; }

    public string TaskHub { get; }

    public int MaxConcurrentActivities { get; }

    public int MaxConcurrentOrchestrations { get; }

    public string DataDirectory { get; }

    public string ContentRoot { get; }

    /// <summary>Whether the app keeps its tables and blobs in a storage account or the emulator, and not in a file of its own.</summary>
    public bool UsesStorageAccount => Configuration["Storage"]?.ToLowerInvariant() switch
    {
        null or "" or "azurite" or "azure" => true,
        "sqlite" => false,
        var other => throw new StartupException($"The storage is 'azurite' or 'sqlite', not '{other}'."),
    };

    /// <summary>The account's connection string; null where none is set, or where it is set in parts, with an identity instead of a key.</summary>
    public string? StorageConnection => Configuration["AzureWebJobsStorage"] is { Length: > 0 } connection ? connection : null;

    public bool NeedsEmulator => UsesStorageAccount && StorageConnection is null && !Configuration.GetSection("AzureWebJobsStorage").GetChildren().Any();

    /// <summary>The file of people that the sample identity provider signs in; null where it is not wanted or a provider is set.</summary>
    public string? SampleIdentities =>
        Configuration["LocalServices:SamplePeople"] is { Length: > 0 } people && string.IsNullOrEmpty(Configuration["Oidc:Authority"]) ? people : null;

    public bool EmulatorInMemory => Configuration.GetValue<bool>("LocalServices:AzuriteInMemory");

    /// <summary>The real host's limit and its setting.</summary>
    public long RequestBodyLimit => Configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT") ?? DefaultBodyLimit;

    /// <summary>Addresses to listen on: <c>--port</c> on this machine only, unless <c>--urls</c> names others.</summary>
    public static string[] Addresses(IConfiguration commandLine, IConfiguration configuration)
    {
        if (commandLine["port"] is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
                throw new StartupException($"The port '{text}' is not a number from 0 to 65535.");
            return [Loopback(port)];
        }

        return configuration["urls"] is { Length: > 0 } urls ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries) : [Loopback(DefaultPort)];
    }

    /// <summary>Reads <c>host.json</c> of the content root, or beside the program; its log levels become defaults of the configuration.</summary>
    public static HostSettings Read(ConfigurationManager configuration, string contentRoot)
    {
        var path = new[] { contentRoot, AppContext.BaseDirectory }.Select(directory => Path.Combine(directory, "host.json")).FirstOrDefault(File.Exists);
        JsonElement hostJson = default;
        if (path is not null)
        {
            try
            {
                using var document = JsonDocument.Parse(
                    File.ReadAllText(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                hostJson = document.RootElement.Clone();
            }
            catch (JsonException e)
            {
                throw new StartupException($"{path} is not valid JSON: {e.Message}", e);
            }
        }

        // First in the list, so that every other source wins over it.
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = LogLevels(hostJson) });
        return new HostSettings(configuration, hostJson, contentRoot);
    }

    private static string Loopback(int port) => port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";

    private static Dictionary<string, string?> LogLevels(JsonElement hostJson)
    {
        // Quiet where nothing else is said: an event of the app is a line, what the framework does is not.
        var levels = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:System"] = "Warning",
            ["Logging:LogLevel:Azure"] = "Warning",
        };
        if (Find(hostJson, "logging", "logLevel") is { ValueKind: JsonValueKind.Object } configured)
        {
            foreach (var level in configured.EnumerateObject())
                levels[$"Logging:LogLevel:{level.Name}"] = level.Value.ToString();
        }

        return levels;
    }

    private static string? Text(JsonElement root, params string[] path) =>
        Find(root, path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static int Number(JsonElement root, string durableSetting) =>
        Find(root, "extensions", "durableTask", durableSetting) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) && number > 0
            ? number
            : DefaultConcurrency;

    private static JsonElement? Find(JsonElement root, params string[] path)
    {
        var current = root;
        foreach (var name in path)
        {
            if (current.ValueKind != JsonValueKind.Object) return null;
            var found = current.EnumerateObject().FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (found.Value.ValueKind == JsonValueKind.Undefined) return null;
            current = found.Value;
        }

        return current;
    }

    private static string SolutionDirectory(string contentRoot)
    {
        for (var directory = new DirectoryInfo(contentRoot); directory is not null; directory = directory.Parent)
        {
            if (directory.EnumerateFiles("*.sln").Any()) return directory.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}
