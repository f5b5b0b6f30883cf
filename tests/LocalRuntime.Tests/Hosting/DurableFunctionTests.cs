using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>Orchestrator and activity functions on the engine, through the host.</summary>
public sealed class DurableFunctionTests
{
    [Fact]
    public async Task Orchestration_StartedByHttp_CallsActivitiesAndCompletes()
    {
        await using var app = await StartAsync();

        var end = await RunAsync(app, nameof(Greetings.GreetAll), new Guests(["An", "Bình"], Tone.Formal));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.Status);
        // The worker's serializer writes what crosses: camel case, enums by name.
        Assert.Equal("""{"lines":["Formal: An","Formal: Bình"],"tone":"Formal"}""", end.Output);
    }

    [Fact]
    public async Task Activity_TakesItsInstanceIdByName_AndInjectedServices()
    {
        await using var app = await StartAsync();

        var end = await RunAsync(app, nameof(Greetings.AskForId), null);

        Assert.Equal($"\"{end.InstanceId}/scoped\"", end.Output);
    }

    [Fact]
    public async Task Activity_WithoutInput_MayMarkItsContext()
    {
        await using var app = await StartAsync();

        Assert.Equal("\"NameItself\"", (await RunAsync(app, nameof(Greetings.AskForName), null)).Output);
    }

    [Fact]
    public async Task Middleware_RunsAroundOrchestratorsAndActivities_WithoutARequest()
    {
        var seen = new ConcurrentQueue<string>();
        await using var app = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            if (context.GetHttpContext() is null)
                seen.Enqueue($"{context.FunctionDefinition.InputBindings.Values.Single(b => b.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type} {context.FunctionDefinition.Name}");
            await next();
        }));

        await RunAsync(app, nameof(Greetings.GreetAll), new Guests(["An"], Tone.Plain));

        Assert.Equal(["activityTrigger GreetOne", "orchestrationTrigger GreetAll"], seen.Distinct().Order());
    }

    [Fact]
    public async Task Middleware_AwaitsBeforeAnOrchestrator_FailsItAndSaysWhy()
    {
        await using var app = await StartAsync(builder => builder.UseWhen(
            context => context.FunctionDefinition.Name == nameof(Greetings.GreetAll),
            async (_, next) =>
            {
                // Never over: a task that is over before it is awaited is no fault.
                await new TaskCompletionSource().Task;
                await next();
            }));

        var end = await RunAsync(app, nameof(Greetings.GreetAll), new Guests(["An"], Tone.Plain));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.Status);
        Assert.Contains(app.Logs.Errors, line => line.Exception!.Message.Contains("middleware", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orchestrator_Throws_FailsAndIsLoggedOnce()
    {
        await using var app = await StartAsync();

        var end = await RunAsync(app, nameof(Greetings.Fails), null);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.Status);
        Assert.Single(app.Logs.Errors);
    }

    [Fact]
    public async Task Orchestration_HostStopsWhileItWaits_GoesOnInTheNext()
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");
        string id;
        await using (var app = await StartAsync(directory: directory.FullName))
            id = await app.Http.GetStringAsync($"/start/{nameof(Greetings.WaitsForWord)}");

        await using (var app = await StartAsync(directory: directory.FullName))
        {
            await app.Http.GetStringAsync($"/say/{id}/xin%20ch%C3%A0o");
            var end = await app.Http.GetFromJsonAsync<Ending>($"/end/{id}");
            Assert.Equal((OrchestrationRuntimeStatus.Completed, "\"xin chào\""), (end!.Status, end.Output));
        }

        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData(typeof(InstanceOrchestrator), "must be static")]
    [InlineData(typeof(ClientInOrchestrator), "must not use")]
    [InlineData(typeof(TwoInputs), "second input")]
    [InlineData(typeof(NoContext), "not a TaskOrchestrationContext")]
    [InlineData(typeof(ActivityContext), "string instanceId")]
    [InlineData(typeof(ActivityExtra), "one input")]
    [InlineData(typeof(NoClient), "not a DurableTaskClient")]
    [InlineData(typeof(OtherHub), "another task hub")]
    [InlineData(typeof(SameTask), "same orchestration")]
    public void Build_DurableFunctionCannotRun_StopsAndNamesIt(Type functions, string reason)
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");
        var builder = RunningApp.Builder([functions], directory.FullName);
        builder.ConfigureFunctionsWebApplication();

        var refusal = Assert.Throws<LocalRuntime.Hosting.StartupException>(() => builder.Build());

        Assert.Contains($"'{functions.Name}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    private static Task<RunningApp> StartAsync(Action<FunctionsApplicationBuilder>? compose = null, string? directory = null) =>
        RunningApp.StartAsync([typeof(Starter), typeof(Greetings)], builder =>
        {
            builder.Services.AddScoped<Voice>();
            builder.Services.Configure<WorkerOptions>(options => options.Serializer = new JsonObjectSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                Converters = { new JsonStringEnumConverter() },
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }));
            compose?.Invoke(builder);
        }, directory: directory);

    private static async Task<Ending> RunAsync(RunningApp app, string orchestration, object? input)
    {
        using var started = await app.Http.PostAsync($"/start/{orchestration}", input is null ? null : JsonContent.Create(input));
        return (await app.Http.GetFromJsonAsync<Ending>($"/end/{await started.Content.ReadAsStringAsync()}"))!;
    }

    public sealed record Guests(IReadOnlyList<string> Names, Tone Tone);

    public sealed record Greeted(IReadOnlyList<string> Lines, Tone Tone);

    public sealed record Guest(string Name, Tone Tone);

    public sealed record Ending(string InstanceId, OrchestrationRuntimeStatus Status, string? Output);

    public enum Tone
    {
        Plain,
        Formal,
    }

    public sealed class Voice
    {
        public string Kind { get; } = "scoped";
    }

    public static class Starter
    {
        [Function("Start")]
        public static async Task<IResult> Start(
            [HttpTrigger("get", "post", Route = "start/{name}")] HttpRequest request, string name, [DurableClient] DurableTaskClient client)
        {
            object? input = request.HasJsonContentType() ? await request.ReadFromJsonAsync<Guests>() : null;
            return Results.Text(await client.ScheduleNewOrchestrationInstanceAsync(name, input));
        }

        [Function("Say")]
        public static async Task<IResult> Say(
            [HttpTrigger("get", Route = "say/{id}/{word}")] HttpRequest request, string id, string word, [DurableClient] DurableTaskClient client)
        {
            await client.RaiseEventAsync(id, "word", word);
            return Results.Ok();
        }

        [Function("End")]
        public static async Task<IResult> End([HttpTrigger("get", Route = "end/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
        {
            var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
            return Results.Json(new Ending(id, end.RuntimeStatus, end.SerializedOutput));
        }
    }

    public sealed class Greetings(Voice voice)
    {
        [Function(nameof(GreetAll))]
        public static async Task<Greeted> GreetAll([OrchestrationTrigger] TaskOrchestrationContext context, Guests guests)
        {
            var lines = await Task.WhenAll(guests.Names.Select(name => context.CallActivityAsync<string>(nameof(GreetOne), new Guest(name, guests.Tone))));
            return new Greeted(lines, guests.Tone);
        }

        [Function(nameof(AskForId))]
        public static Task<string> AskForId([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(WhoCalls), 1);

        [Function(nameof(AskForName))]
        public static Task<string> AskForName([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<string>(nameof(NameItself));

        [Function(nameof(Fails))]
        public static async Task Fails([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
            throw new InvalidOperationException("on purpose");
        }

        [Function(nameof(WaitsForWord))]
        public static Task<string> WaitsForWord([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("word");

        [Function(nameof(GreetOne))]
        public static string GreetOne([ActivityTrigger] Guest guest) => $"{guest.Tone}: {guest.Name}";

        [Function(nameof(WhoCalls))]
        public async Task<string> WhoCalls([ActivityTrigger] int number, string instanceId, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return $"{instanceId}/{voice.Kind}";
        }

        [Function(nameof(NameItself))]
        public static string NameItself([ActivityTrigger] FunctionContext context) => context.FunctionDefinition.Name;
    }

    public sealed class InstanceOrchestrator
    {
        [Function(nameof(InstanceOrchestrator))]
        public Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult(this);
    }

    public static class ClientInOrchestrator
    {
        [Function(nameof(ClientInOrchestrator))]
        public static void Run([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) { }
    }

    public static class TwoInputs
    {
        [Function(nameof(TwoInputs))]
        public static void Run([OrchestrationTrigger] TaskOrchestrationContext context, string one, string two) { }
    }

    public static class NoContext
    {
        [Function(nameof(NoContext))]
        public static void Run([OrchestrationTrigger] string context) { }
    }

    public static class ActivityContext
    {
        [Function(nameof(ActivityContext))]
        public static void Run([ActivityTrigger] string input, TaskActivityContext context) { }
    }

    public static class ActivityExtra
    {
        [Function(nameof(ActivityExtra))]
        public static void Run([ActivityTrigger] string input, string other) { }
    }

    public static class NoClient
    {
        [Function(nameof(NoClient))]
        public static void Run([HttpTrigger] HttpRequest request, [DurableClient] object client) { }
    }

    public static class OtherHub
    {
        [Function(nameof(OtherHub))]
        public static void Run([HttpTrigger] HttpRequest request, [DurableClient(TaskHub = "Another")] DurableTaskClient client) { }
    }

    public static class SameTask
    {
        [Function("SameTask")]
        public static void Run([OrchestrationTrigger(Orchestration = "One")] TaskOrchestrationContext context) { }

        [Function("SameTask2")]
        public static void Run2([OrchestrationTrigger(Orchestration = "one")] TaskOrchestrationContext context) { }
    }
}
