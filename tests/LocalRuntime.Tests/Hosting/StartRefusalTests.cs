using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.LocalRuntime.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>What cannot run stops the start with one sentence that names the function.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData(typeof(TwoTriggers), "'TwoTriggers'", "2 triggers")]
    [InlineData(typeof(NoTrigger), "'NoTrigger'", "no trigger")]
    [InlineData(typeof(SameName), "'samename'", "share a name")]
    [InlineData(typeof(UnknownParameter), "'UnknownParameter'", "'client' of type HttpClient")]
    [InlineData(typeof(RouteCase), "'RouteCase'", "case only")]
    [InlineData(typeof(WrongTriggerType), "'WrongTriggerType'", "not an HttpRequest")]
    [InlineData(typeof(BadRoute), "'BadRoute'", "items/{id")]
    [InlineData(typeof(BadConstraint), "'BadConstraint'", "wholenumber")]
    [InlineData(typeof(ReservedRoute), "'ReservedRoute'", "keeps for itself")]
    [InlineData(typeof(SameRoute), "'SameRouteA'", "same route")]
    [InlineData(typeof(HiddenByAll), "'Welcome'", "'Missing' (HiddenByAll.Missing) is before it by name")]
    [InlineData(typeof(HiddenByOne), "'ShowRecent'", "route 'items/{id}' takes all")]
    [InlineData(typeof(BadCron), "'BadCron'", "0 0 25 * * *")]
    [InlineData(typeof(NeverComes), "'NeverComes'", "never comes")]
    [InlineData(typeof(MissingSetting), "'MissingSetting'", "'NightlySchedule'")]
    [InlineData(typeof(BadName), "'Bad name'", "name must begin with a letter")]
    [InlineData(typeof(AsyncVoid), "'AsyncVoid'", "async void")]
    [InlineData(typeof(ReturnsValueTask), "'ReturnsValueTask'", "return Task")]
    [InlineData(typeof(ReturnsActionResult), "'ReturnsActionResult'", "return IResult")]
    [InlineData(typeof(NotPublic), "'NotPublic'", "must be public")]
    [InlineData(typeof(RetriedRequest), "'RetriedRequest'", "timer functions only")]
    public void Build_FunctionCannotRun_StopsWithOneSentence(Type functions, string name, string reason)
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");
        var builder = RunningApp.Builder([functions], directory.FullName);
        builder.Composition.UseWeb();

        var refusal = Assert.Throws<StartupException>(() => builder.Build());

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    [Fact]
    public void Build_HttpFunctionsWithoutWebIntegration_Stops()
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");
        var builder = RunningApp.Builder([typeof(Good)], directory.FullName);

        var refusal = Assert.Throws<StartupException>(() => builder.Build());

        Assert.Contains("ConfigureFunctionsWebApplication", refusal.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("eighty")]
    [InlineData("65536")]
    [InlineData("-1")]
    public void CreateBuilder_PortIsNoPort_Stops(string port)
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");

        var refusal = Assert.Throws<StartupException>(() => RunningApp.Builder([typeof(Good)], directory.FullName, "--port", port));

        Assert.Contains($"'{port}'", refusal.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    [Fact]
    public void CreateBuilder_HostJsonIsNotJson_StopsAndNamesTheFile()
    {
        var directory = Directory.CreateTempSubdirectory("localruntime-");
        File.WriteAllText(Path.Combine(directory.FullName, "host.json"), "{ \"version\": ");

        var refusal = Assert.Throws<StartupException>(() => RunningApp.Builder([typeof(Good)], directory.FullName));

        Assert.Contains("host.json", refusal.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_PortIsTaken_StopsAndSaysWhatToDo()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var refusal = await Assert.ThrowsAsync<StartupException>(() => RunningApp.StartAsync([typeof(Good)], _ => { }, ["--port", $"{port}"]));

        Assert.Contains($"{port}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--port", refusal.Message, StringComparison.Ordinal);
    }

    public static class Good
    {
        [Function("Good")]
        public static IResult Run([HttpTrigger] HttpRequest request) => Results.Ok();
    }

    public static class TwoTriggers
    {
        [Function("TwoTriggers")]
        public static void Run([HttpTrigger] HttpRequest request, [TimerTrigger("0 0 0 * * *")] TimerInfo timer) { }
    }

    public static class NoTrigger
    {
        [Function("NoTrigger")]
        public static void Run(HttpRequest request) { }
    }

    public static class SameName
    {
        [Function("SameName")]
        public static void One([HttpTrigger] HttpRequest request) { }

        [Function("samename")]
        public static void Two([HttpTrigger] HttpRequest request) { }
    }

    public static class UnknownParameter
    {
        [Function("UnknownParameter")]
        public static void Run([HttpTrigger] HttpRequest request, HttpClient client) { }
    }

    public static class RouteCase
    {
        [Function("RouteCase")]
        public static void Run([HttpTrigger(Route = "items/{Id}")] HttpRequest request, string id) { }
    }

    public static class WrongTriggerType
    {
        [Function("WrongTriggerType")]
        public static void Run([HttpTrigger] HttpContext context) { }
    }

    public static class BadRoute
    {
        [Function("BadRoute")]
        public static void Run([HttpTrigger(Route = "items/{id")] HttpRequest request) { }
    }

    public static class BadConstraint
    {
        [Function("BadConstraint")]
        public static void Run([HttpTrigger(Route = "items/{id:wholenumber}")] HttpRequest request) { }
    }

    public static class ReservedRoute
    {
        [Function("ReservedRoute")]
        public static void Run([HttpTrigger(Route = "administration")] HttpRequest request) { }
    }

    public static class HiddenByAll
    {
        [Function("Missing")]
        public static IResult Missing([HttpTrigger(Route = "{*path}")] HttpRequest request) => Results.NotFound();

        [Function("Welcome")]
        public static IResult Welcome([HttpTrigger("get", Route = "welcome")] HttpRequest request) => Results.Ok();
    }

    public static class HiddenByOne
    {
        [Function("ShowItem")]
        public static IResult ShowItem([HttpTrigger("get", Route = "items/{id}")] HttpRequest request) => Results.Ok();

        [Function("ShowRecent")]
        public static IResult ShowRecent([HttpTrigger("get", Route = "Items/recent")] HttpRequest request) => Results.Ok();
    }

    public static class SameRoute
    {
        [Function("SameRouteA")]
        public static void A([HttpTrigger("get", "post", Route = "items/{id:int}/x")] HttpRequest request) { }

        [Function("SameRouteB")]
        public static void B([HttpTrigger("POST", Route = "Items/{number:int}/x")] HttpRequest request) { }
    }

    public static class BadCron
    {
        [Function("BadCron")]
        public static void Run([TimerTrigger("0 0 25 * * *")] TimerInfo timer) { }
    }

    public static class NeverComes
    {
        [Function("NeverComes")]
        public static void Run([TimerTrigger("0 0 0 30 2 *")] TimerInfo timer) { }
    }

    public static class MissingSetting
    {
        [Function("MissingSetting")]
        public static void Run([TimerTrigger("%NightlySchedule%")] TimerInfo timer) { }
    }

    public static class BadName
    {
        [Function("Bad name")]
        public static void Run([HttpTrigger] HttpRequest request) { }
    }

    public static class AsyncVoid
    {
        [Function("AsyncVoid")]
        public static async void Run([HttpTrigger] HttpRequest request) => await Task.Yield();
    }

    public static class ReturnsValueTask
    {
        [Function("ReturnsValueTask")]
        public static ValueTask<IResult> Run([HttpTrigger] HttpRequest request) => new(Results.Ok());
    }

    public static class ReturnsActionResult
    {
        [Function("ReturnsActionResult")]
        public static IActionResult Run([HttpTrigger] HttpRequest request) => new OkResult();
    }

    public static class NotPublic
    {
        [Function("NotPublic")]
        internal static void Run([HttpTrigger] HttpRequest request) { }
    }

    public static class RetriedRequest
    {
        [Function("RetriedRequest")]
        [FixedDelayRetry(3, "00:00:10")]
        public static void Run([HttpTrigger] HttpRequest request) { }
    }
}
