using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>An app in a process of its own: started, killed and looked at by <see cref="ProcessTests"/>.</summary>
public static class SampleApp
{
    public static async Task<int> RunAsync(string[] args)
    {
        var functions = args.Contains("--broken") ? typeof(Broken) : typeof(Working);
        var builder = new FunctionsApplicationBuilder([.. args.Where(a => a != "--broken")], typeof(SampleApp).Assembly, functions);
        builder.ConfigureFunctionsWebApplication();
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
}
