using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.LocalRuntime.Hosting;
using TitleCertification.LocalRuntime.Tests.Hosting;

[assembly: WorkerExtensionStartup(typeof(DiscoveryTests.Startup))]

namespace TitleCertification.LocalRuntime.Tests.Hosting;

public sealed class DiscoveryTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("localruntime-");

    public void Dispose() => _directory.Delete(recursive: true);

    // The functions of this assembly are made to be refused: that they are shows that they were found, through the caller, as the program here is the test runner's.
    [Fact]
    public void CreateBuilder_CalledFromAnAssembly_FindsItsFunctions()
    {
        var builder = FunctionsApplication.CreateBuilder(["--storage", "sqlite", "--data", _directory.FullName]);
        builder.ConfigureFunctionsWebApplication();

        Assert.Contains("cannot run", Assert.Throws<StartupException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_Root_FindsWhatUsesTheRuntime_AndNotTheRuntimeItself()
    {
        var found = AppAssemblies.From(typeof(DiscoveryTests).Assembly);

        Assert.Contains(typeof(DiscoveryTests).Assembly, found);
        Assert.DoesNotContain(typeof(AppAssemblies).Assembly, found);
        Assert.DoesNotContain(found, assembly => assembly.GetName().Name!.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    [Fact]
    public void CreateBuilder_AssemblyNamesAStartup_RunsItBeforeTheAppsOwnLines()
    {
        var builder = FunctionsApplication.CreateBuilder(["--storage", "sqlite", "--data", _directory.FullName]);

        Assert.Contains(builder.Services, service => service.ServiceType == typeof(Mark));
    }

    [Fact]
    public void Configuration_CommandLineWinsOverHostJson()
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "host.json"), """{ "logging": { "logLevel": { "default": "Error", "Quiet": "None" } } }""");

        var builder = RunningApp.Builder([], _directory.FullName, "--Logging:LogLevel:Default=Debug");

        Assert.Equal("Debug", builder.Configuration["Logging:LogLevel:Default"]);
        Assert.Equal("None", builder.Configuration["Logging:LogLevel:Quiet"]);
        Assert.Equal(_directory.FullName, builder.Configuration["DataDirectory"]);
    }

    [Theory]
    [InlineData("""{ }""", "/api/Good", "/Good")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/office" } } }""", "/v1/office/Good", "/api/Good")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "/Good", "/api/Good")]
    public async Task RoutePrefix_OfHostJson_StandsBeforeEveryRoute(string hostJson, string found, string notFound)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "host.json"), hostJson);
        await using var app = await RunningApp.StartAsync([typeof(StartRefusalTests.Good)], _ => { }, directory: _directory.FullName);

        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.Http.GetAsync(found)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Http.GetAsync(notFound)).StatusCode);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10000/devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=a2V5PT0=;EndpointSuffix=core.windows.net", "https://x.blob.core.windows.net", "https://x.table.core.windows.net")]
    [InlineData("AccountName=x;AccountKey=a==;BlobEndpoint=http://b/x;TableEndpoint=http://t/x", "http://b/x", "http://t/x")]
    public void Endpoints_OfAConnectionString_AreBlobAndTable(string connection, string blob, string table) =>
        Assert.Equal([new Uri(blob), new Uri(table)], StorageAccount.Endpoints(connection));

    [Fact]
    public void Endpoints_NoConnectionString_IsRefusedWithoutShowingIt()
    {
        var refusal = Assert.Throws<StartupException>(() => StorageAccount.Endpoints("AccountKey=secret"));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    public sealed class Mark;

    public sealed class Startup : WorkerExtensionStartup
    {
        public override void Configure(Microsoft.Azure.Functions.Worker.IFunctionsWorkerApplicationBuilder applicationBuilder) =>
            applicationBuilder.Services.AddSingleton<Mark>();
    }
}
