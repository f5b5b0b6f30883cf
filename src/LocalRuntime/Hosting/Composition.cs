using System.Reflection;
using Azure.Core.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>What stands behind <see cref="FunctionsApplicationBuilder"/>: a web application on Kestrel, and the functions found.</summary>
// CA1001: the host that is built ends what is begun here; where none is built, the failure does (Build), or the process.
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001")]
internal sealed class Composition
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    private readonly IReadOnlyList<Assembly> _assemblies;
    private readonly IReadOnlyList<Type> _types;
    private readonly HostSettings _settings;
    private readonly DataDirectory _data;
    private Azurite? _emulator;
    private SampleIdentityProvider? _provider;
    private bool _web;
    private bool _built;

    public Composition(string[] args, Assembly caller, Type[] onlyFunctionsOf)
    {
        StartupException.EndProcessWithSentence();
        var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
        Web = CreateWeb(args, commandLine);
        if (commandLine["data"] is { Length: > 0 } data) Set("DataDirectory", data);
        _settings = HostSettings.Read(Web.Configuration, Web.Environment.ContentRootPath);
        Set("DataDirectory", _settings.DataDirectory); // for whatever else keeps files there
        Web.WebHost.UseUrls(HostSettings.Addresses(commandLine, Web.Configuration));
        Web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = _settings.RequestBodyLimit;
        });
        AddServices(Web.Services);
        Web.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        // Before the start it would log what stops it, with its stack, beside the sentence that StartupException writes.
        Web.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && StartupException.HasStarted);

        _assemblies = AppAssemblies.From(Assembly.GetEntryAssembly(), caller);
        _types = onlyFunctionsOf is [] ? [.. _assemblies.SelectMany(a => a.GetTypes())] : onlyFunctionsOf;
        _data = new DataDirectory(_settings.DataDirectory);
        if (_settings.NeedsEmulator) StartEmulator();
        if (_settings.SampleIdentities is { } people) StartProvider(people);
    }

    public WebApplicationBuilder Web { get; }

    /// <summary>Lets the libraries of the app take part, before the app's own lines.</summary>
    public void RunStartups(FunctionsApplicationBuilder builder)
    {
        foreach (var attribute in _assemblies.SelectMany(a => a.GetCustomAttributes<WorkerExtensionStartupAttribute>()))
        {
            if (Activator.CreateInstance(attribute.StartupType) is not WorkerExtensionStartup startup)
                throw new StartupException($"{attribute.StartupType} is named as a start-up class but does not derive from WorkerExtensionStartup.");
            startup.Configure(builder);
        }
    }

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        if (_built) throw new InvalidOperationException("The app has been built already.");
        _middleware.Add(middleware);
    }

    public void UseWeb()
    {
        if (_web) return;
        _web = true;
        Use(HttpInvocation.Middleware);
    }

    public IHost Build()
    {
        if (_built) throw new InvalidOperationException("The app has been built already.");
        _built = true;
        try
        {
            return BuildHost();
        }
        catch
        {
            _emulator?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _provider?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _data.Dispose();
            throw;
        }
    }

    private LocalHost BuildHost()
    {
        var functions = FunctionDiscovery.Find(_types, Web.Configuration);
        if (!_web && functions.FirstOrDefault(f => f.Trigger is Trigger.Http) is { } http)
            throw new StartupException($"The function {http} answers HTTP requests, but the app does not call ConfigureFunctionsWebApplication().");

        // After the app's own services, so that those start before orchestrations run.
        Web.Services.AddSingleton(services => new FunctionPipeline(
            _middleware, services.GetRequiredService<ParameterBinder>(),
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILoggerFactory>()));
        Web.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<DurableHub>(services, functions, _settings));
        Web.Services.AddHostedService(services => services.GetRequiredService<DurableHub>());
        var web = Web.Build();
        var pipeline = web.Services.GetRequiredService<FunctionPipeline>();
        FunctionEndpoints.Map(web, functions, _settings.RoutePrefix, pipeline);
        return new LocalHost(web, _settings, _data, _emulator, _provider, ActivatorUtilities.CreateInstance<TimerTriggers>(web.Services, functions, _data), functions.Count);
    }

    // Before the app's own lines, which read the connection string when they compose its storage.
    private void StartEmulator()
    {
        _data.Acquire();
        _emulator = Azurite.Start(_data, _settings.ContentRoot, _settings.EmulatorInMemory);
        Set("AzureWebJobsStorage", _emulator.ConnectionString);
    }

    private void StartProvider(string people)
    {
        _provider = SampleIdentityProvider.Start(_settings.ContentRoot, people);
        foreach (var (key, value) in _provider.Settings) Set(key, value);
    }

    private void Set(string key, string value) => Web.Configuration.AddInMemoryCollection([new(key, value)]);

    private static WebApplicationBuilder CreateWeb(string[] args, IConfiguration commandLine)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // No watching of configuration files: every host would hold a handle of the system for it.
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = commandLine["contentRoot"] ?? AppContext.BaseDirectory,
            // Development on one's own machine, unless said otherwise, as under the command-line tools of Azure Functions.
            EnvironmentName = commandLine["environment"]
                ?? Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Development,
        });
        return builder;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddRouting();
        services.AddSingleton<ParameterBinder>();
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<WorkerOptions>(options =>
        {
            options.InputConverters.Register<SameTypeConverter>();
            options.InputConverters.Register<GuidConverter>();
            options.InputConverters.Register<DateConverter>();
            options.InputConverters.Register<JsonConverter>();
        });
        services.AddOptions<WorkerOptions>().PostConfigure<IOptions<System.Text.Json.JsonSerializerOptions>>(
            (options, json) => options.Serializer ??= new JsonObjectSerializer(json.Value));
    }
}
