using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

public sealed class HttpFunctionTests
{
    [Theory]
    [InlineData("GET", "/", "root")]
    [InlineData("GET", "/items/7", "number 7")]
    [InlineData("GET", "/items/first", "the first")]
    [InlineData("GET", "/items/other", "text other")]
    [InlineData("POST", "/items/7", "posted 7")]
    [InlineData("GET", "/optional", "optional: none")]
    [InlineData("GET", "/optional/x", "optional: x")]
    [InlineData("GET", "/files/a/b/c.txt", "file a/b/c.txt")]
    [InlineData("GET", "/Named", "by name")]
    [InlineData("DELETE", "/named", "by name")]
    [InlineData("GET", "/ITEMS/7", "number 7")]
    [InlineData("GET", "/either/or", "any word")] // More specific routes do not come first in the real host, either.
    public async Task Request_RouteFits_ReachesTheFirstFunctionByName(string method, string path, string expected)
    {
        await using var app = await RunningApp.StartAsync(typeof(Routes));

        using var response = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing/here")]
    [InlineData("DELETE", "/items/7")]
    [InlineData("HEAD", "/items/7")]
    public async Task Request_NoFunctionForPathAndMethod_Is404WithoutBody(string method, string path)
    {
        await using var app = await RunningApp.StartAsync(typeof(Routes));

        using var response = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/values/1/12345678901/0f8fad5b-d9cb-469f-a165-70867728950e/true/2026-07-01", "1 12345678901 0f8fad5b-d9cb-469f-a165-70867728950e True 2026-07-01")]
    [InlineData("/query?text=xin%20ch%C3%A0o&number=5", "xin chào 5 ")]
    [InlineData("/query?number=5&maybe=6", " 5 6")]
    [InlineData("/query", " 9 ")]
    [InlineData("/hidden/route?name=query", "route")]
    public async Task Parameter_ValueInRouteOrQuery_IsConverted(string path, string expected)
    {
        await using var app = await RunningApp.StartAsync(typeof(Values));

        Assert.Equal(expected, await app.Http.GetStringAsync(path));
    }

    [Theory]
    [InlineData("/values/x/1/0f8fad5b-d9cb-469f-a165-70867728950e/true/2026-07-01", "number")]
    [InlineData("/values/1/1/no-guid/true/2026-07-01", "id")]
    [InlineData("/values/1/1/0f8fad5b-d9cb-469f-a165-70867728950e/True/2026-07-01", "truth")]
    public async Task Parameter_ValueDoesNotFit_Is500AndNamesTheParameterInTheLog(string path, string parameter)
    {
        await using var app = await RunningApp.StartAsync(typeof(Values));

        using var response = await app.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains($"'{parameter}'", Assert.Single(app.Logs.Errors).Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_Throws_Is500WithEmptyBodyAndOneLoggedError()
    {
        await using var app = await RunningApp.StartAsync(typeof(Failing));

        using var response = await app.Http.GetAsync("/throw");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Null(response.Content.Headers.ContentType);
        var error = Assert.Single(app.Logs.Errors);
        Assert.IsType<InvalidOperationException>(error.Exception);
        Assert.Contains("Throw", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_ThrowsWhileTheAnswerIsOnItsWay_BreaksTheConnection()
    {
        await using var app = await RunningApp.StartAsync(typeof(Failing));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => app.Http.GetStringAsync("/half"));
        Assert.Single(app.Logs.Errors);
    }

    [Fact]
    public async Task FromBody_JsonFits_IsBound_AndOtherwiseFails()
    {
        await using var app = await RunningApp.StartAsync(typeof(Values));

        using var good = await app.Http.PostAsJsonAsync("/body", new { Name = "Nghĩa Hưng", count = 3 });
        using var bad = await app.Http.PostAsync("/body", new StringContent("{"));

        Assert.Equal("Nghĩa Hưng 3", await good.Content.ReadFromJsonAsync<string>());
        Assert.Equal(HttpStatusCode.InternalServerError, bad.StatusCode);
    }

    [Fact]
    public async Task Function_ReturnsNoResult_Answers200WithEmptyBody()
    {
        await using var app = await RunningApp.StartAsync(typeof(Results));

        using var plain = await app.Http.GetAsync("/plain");
        using var nothing = await app.Http.GetAsync("/nothing");
        using var written = await app.Http.GetAsync("/written");

        Assert.Equal((HttpStatusCode.OK, ""), (plain.StatusCode, await plain.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, ""), (nothing.StatusCode, await nothing.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.Accepted, "by hand"), (written.StatusCode, await written.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Body_OverTheLimit_Is413()
    {
        await using var app = await RunningApp.StartAsync([typeof(Results)], _ => { }, ["--FUNCTIONS_REQUEST_BODY_SIZE_LIMIT=1000"]);

        using var within = await app.Http.PostAsync("/length", new ByteArrayContent(new byte[1000]));
        using var over = await app.Http.PostAsync("/length", new ByteArrayContent(new byte[1001]));

        Assert.Equal("1000", await within.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, over.StatusCode);
    }

    [Fact]
    public async Task Caller_GoesAway_CancelsTheFunctionAndIsNoError()
    {
        Waiting.Entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Waiting.Left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.StartAsync(typeof(Waiting));
        using var cancel = new CancellationTokenSource();

        var call = app.Http.GetAsync("/wait", cancel.Token);
        await Waiting.Entered.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        await Waiting.Left.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(app.Logs.Errors);
    }

    public static class Routes
    {
        [Function("Root")]
        public static IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{x:regex(^$)?}")] HttpRequest request) => Text("root");

        [Function("ItemByNumber")]
        public static IResult Number([HttpTrigger("get", Route = "items/{id:int}")] HttpRequest request, int id) => Text($"number {id}");

        [Function("ItemByText")]
        public static IResult ByText([HttpTrigger("get", Route = "items/{id}")] HttpRequest request, string id) => Text($"text {id}");

        [Function("FirstItem")]
        public static IResult First([HttpTrigger("get", Route = "items/first")] HttpRequest request) => Text("the first");

        [Function("PostItem")]
        public static async Task<IResult> Post([HttpTrigger("post", Route = "items/{id:int}")] HttpRequest request, int id)
        {
            await Task.Yield();
            return Text($"posted {id}");
        }

        [Function("Optional")]
        public static IResult Optional([HttpTrigger("get", Route = "optional/{what?}")] HttpRequest request, string? what) => Text($"optional: {what ?? "none"}");

        [Function("Files")]
        public static IResult Files([HttpTrigger("get", Route = "files/{*path}")] HttpRequest request, string path) => Text($"file {path}");

        [Function("EitherAny")]
        public static IResult EitherAny([HttpTrigger("get", Route = "either/{word:alpha}")] HttpRequest request, string word) => Text("any word");

        [Function("EitherOr")]
        public static IResult EitherOr([HttpTrigger("get", Route = "either/or")] HttpRequest request) => Text("or");

        [Function("Named")]
        public static IResult Named([HttpTrigger] HttpRequest request) => Text("by name");

        private static IResult Text(string text) => Microsoft.AspNetCore.Http.Results.Text(text);
    }

    public static class Values
    {
        [Function("Values")]
        public static IResult All(
            [HttpTrigger("get", Route = "values/{number}/{big}/{id}/{truth}/{day}")] HttpRequest request,
            int number, long big, Guid id, bool truth, DateTime day) => Text($"{number} {big} {id} {truth} {day:yyyy-MM-dd}");

        [Function("Query")]
        public static IResult Query([HttpTrigger("get", Route = "query")] HttpRequest request, string? text, int? maybe, int number = 9) =>
            Text($"{text} {number} {maybe}");

        [Function("Hidden")]
        public static IResult Hidden([HttpTrigger("get", Route = "hidden/{name}")] HttpRequest request, string name) => Text(name);

        [Function("Body")]
        public static IResult Body([HttpTrigger("post", Route = "body")] HttpRequest request, [FromBody] Item item) =>
            Microsoft.AspNetCore.Http.Results.Json($"{item.Name} {item.Count}");

        private static IResult Text(string text) => Microsoft.AspNetCore.Http.Results.Text(text);

        public sealed record Item(string Name, int Count);
    }

    public static class Failing
    {
        [Function("Throw")]
        public static IResult Throw([HttpTrigger("get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Half"] = "done";
            throw new InvalidOperationException("on purpose");
        }

        [Function("Half")]
        public static async Task Half([HttpTrigger("get")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half of it");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException("on purpose");
        }
    }

    public static class Results
    {
        [Function("Plain")]
        public static string Plain([HttpTrigger("get")] HttpRequest request) => "not sent";

        [Function("Nothing")]
        public static void Nothing([HttpTrigger("get")] HttpRequest request) { }

        [Function("Written")]
        public static async Task Written([HttpTrigger("get")] HttpRequest request)
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            await request.HttpContext.Response.WriteAsync("by hand");
        }

        [Function("Length")]
        public static async Task<IResult> Length([HttpTrigger("post")] HttpRequest request)
        {
            using var memory = new MemoryStream();
            await request.Body.CopyToAsync(memory);
            return Microsoft.AspNetCore.Http.Results.Text($"{memory.Length}");
        }
    }

    public static class Waiting
    {
        public static TaskCompletionSource Entered { get; set; } = new();

        public static TaskCompletionSource Left { get; set; } = new();

        [Function("Wait")]
        public static async Task Wait([HttpTrigger("get")] HttpRequest request, CancellationToken cancellationToken)
        {
            Entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                Left.SetResult();
            }
        }
    }
}
