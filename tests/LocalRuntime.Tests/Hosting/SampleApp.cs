using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>An app in a process of its own: started, killed and looked at by <see cref="ProcessTests"/>.</summary>
public static class SampleApp
{
    public static async Task<int> RunAsync(string[] args)
    {
        string[] flags = ["--broken", "--refuses", "--defect"];
        var functions = args.Contains("--broken") ? typeof(Broken) : typeof(Working);
        var builder = new FunctionsApplicationBuilder([.. args.Where(arg => !flags.Contains(arg))], typeof(SampleApp).Assembly, functions);
        builder.ConfigureFunctionsWebApplication();
        if (args.Contains("--refuses")) builder.Services.AddHostedService(_ => new FailingStart(new RuleBookException("The rule book has no holidays for 2027.")));
        if (args.Contains("--defect")) builder.Services.AddHostedService(_ => new FailingStart(new InvalidOperationException("a defect")));
        await builder.Build().RunAsync();
        return 0;
    }

    public static class Working
    {
        [Function("Hello")]
        public static IResult Hello([HttpTrigger("get")] HttpRequest request) => Results.Text("hello");

        [Function("Slow")]
        public static async Task<IResult> Slow([HttpTrigger("get")] HttpRequest request)
        {
            await request.HttpContext.Response.StartAsync();
            await Task.Delay(1500);
            await request.HttpContext.Response.WriteAsync("finished");
            return Results.Empty;
        }

        [Function("Storage")]
        public static IResult Storage([HttpTrigger("get")] HttpRequest request) =>
            Results.Text(request.HttpContext.RequestServices.GetService(typeof(IConfiguration)) is IConfiguration c ? c["AzureWebJobsStorage"] : "");

        [Function("Pid")]
        public static IResult Pid([HttpTrigger("get")] HttpRequest request) => Results.Text($"{Environment.ProcessId}");
    }

    public static class Broken
    {
        [Function("BrokenSchedule")]
        public static void Run([TimerTrigger("whenever")] TimerInfo timer) { }
    }

    private sealed class FailingStart(Exception failure) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw failure;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class RuleBookException(string message) : Exception(message);
}
