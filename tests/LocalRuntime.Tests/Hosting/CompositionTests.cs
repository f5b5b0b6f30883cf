using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>Dependency injection and middleware.</summary>
public sealed class CompositionTests
{
    [Fact]
    public async Task Instance_PerInvocation_SharesOneScopeWithMiddleware_AndTheScopeEnds()
    {
        await using var app = await RunningApp.StartAsync([typeof(Injected)], builder =>
        {
            builder.Services.AddScoped<Scoped>();
            builder.Services.AddSingleton<Disposals>();
            builder.UseMiddleware((context, next) =>
            {
                context.Items["middleware"] = context.InstanceServices.GetRequiredService<Scoped>();
                return next();
            });
        });

        var first = await app.Http.GetStringAsync("/Injected");
        var second = await app.Http.GetStringAsync("/Injected");

        Assert.Equal("same", first.Split(' ')[0]);
        Assert.NotEqual(first, second);
        // The scope ends after the answer has been sent.
        for (var i = 0; i < 6000 && app.Services.GetRequiredService<Disposals>().Count < 2; i++) await Task.Delay(10);
        Assert.Equal(2, app.Services.GetRequiredService<Disposals>().Count);
    }

    [Fact]
    public async Task Middleware_RunsInOrderOfRegistration_AroundTheFunctionAndItsResult()
    {
        var steps = new List<string>();
        await using var app = await RunningApp.StartAsync([typeof(Plain)], builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.UseMiddleware<Outer>();
            builder.UseWhen(context => context.FunctionDefinition.Name == "Other", (_, _) => throw new InvalidOperationException("not here"));
            builder.UseMiddleware(async (context, next) =>
            {
                steps.Add($"inner {context.FunctionDefinition.Name} {context.GetHttpContext()!.Request.Path}");
                await next();
                steps.Add("inner after " + (context.GetInvocationResult().Value is IResult));
            });
        });

        Assert.Equal("done", await app.Http.GetStringAsync("/plain"));
        Assert.Equal(["outer", "inner Plain /plain", "inner after True", "outer after"], steps);
    }

    [Fact]
    public async Task Middleware_ReplacesTheResult_TheCallerGetsTheNewOne()
    {
        await using var app = await RunningApp.StartAsync([typeof(Plain)], builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            context.GetInvocationResult<IResult>().Value = Results.Text("replaced");
        }));

        Assert.Equal("replaced", await app.Http.GetStringAsync("/plain"));
    }

    [Fact]
    public async Task Middleware_DoesNotCallNext_TheFunctionDoesNotRun()
    {
        await using var app = await RunningApp.StartAsync([typeof(Plain)], builder => builder.UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }));

        using var response = await app.Http.GetAsync("/plain");

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Middleware_RegisteredBeforeTheWebIntegration_SeesNoRequest()
    {
        HttpContext? seen = new DefaultHttpContext();
        var directory = Directory.CreateTempSubdirectory("localruntime-").FullName;
        var builder = RunningApp.Builder([typeof(Plain)], directory);
        builder.UseMiddleware((context, next) =>
        {
            seen = context.GetHttpContext();
            return next();
        });
        builder.ConfigureFunctionsWebApplication();
        using var host = builder.Build();
        await host.StartAsync();
        using var http = new HttpClient();

        await http.GetStringAsync(host.Address() + "/plain");

        Assert.Null(seen);
        await host.StopAsync();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Context_CarriesTheDefinitionAndTheBindingData()
    {
        await using var app = await RunningApp.StartAsync(typeof(Describing));

        var text = await app.Http.GetStringAsync("/describe/7?q=1");

        Assert.Equal("Describe Describe|req,id,context|httpTrigger In|http Out|id=7|q=1|CompositionTests+Describing.Run", text);
    }

    [Fact]
    public async Task HostedServices_OfTheApp_StartBeforeTheFirstRequest()
    {
        await using var app = await RunningApp.StartAsync([typeof(Plain)], builder => builder.Services.AddHostedService<Warm>());

        Assert.True(Warm.Started);
    }

    public sealed class Injected(CompositionTests.Scoped scoped)
    {
        private readonly Guid _instance = Guid.NewGuid();

        [Function("Injected")]
        public IResult Run([HttpTrigger("get")] HttpRequest request, FunctionContext context) => Results.Text(
            (ReferenceEquals(context.Items["middleware"], scoped) && request.HttpContext.RequestServices.GetRequiredService<Scoped>() == scoped ? "same " : "other ")
            + scoped.Id + _instance);
    }

    public static class Plain
    {
        [Function("Plain")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request) => Results.Text("done");
    }

    public static class Describing
    {
        [Function("Describe")]
        public static IResult Run([HttpTrigger("get", Route = "describe/{id}")] HttpRequest req, string id, FunctionContext context)
        {
            var definition = context.FunctionDefinition;
            var trigger = definition.InputBindings["req"];
            var result = definition.OutputBindings["$return"];
            var data = context.BindingContext.BindingData;
            return Results.Text(string.Join('|',
                $"{definition.Name} {definition.Id}",
                string.Join(',', definition.Parameters.Select(p => p.Name)),
                $"{trigger.Type} {trigger.Direction}",
                $"{result.Type} {result.Direction}",
                $"id={data["id"]}",
                $"q={data["q"]}",
                definition.EntryPoint[(definition.EntryPoint.IndexOf(nameof(CompositionTests), StringComparison.Ordinal))..]));
        }
    }

    public sealed class Scoped(Disposals disposals) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => disposals.Add();
    }

    public sealed class Disposals
    {
        private int _count;

        public int Count => _count;

        public void Add() => Interlocked.Increment(ref _count);
    }

    public sealed class Outer(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            steps.Add("outer");
            await next(context);
            steps.Add("outer after");
        }
    }

    private sealed class Warm : IHostedService
    {
        public static bool Started { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Started = true;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
