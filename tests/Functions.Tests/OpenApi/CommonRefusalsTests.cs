using System.Net;
using System.Text;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.OpenApi;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.OpenApi;

/// <summary>What the document says of every operation of a kind is asked of every one of them. <see cref="Contract"/> looks at the answers.</summary>
public sealed class CommonRefusalsTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<(ServedFunction Function, HttpMethod Verb, bool TakesJson)> Operations =
    [
        .. from function in ServedFunction.All(typeof(Composition).Assembly)
           from verb in function.Verbs
           let operation = OpenApiDocument.Make(typeof(Composition).Assembly)["paths"]![function.Path]![verb]!
           select (function, new HttpMethod(verb.ToUpperInvariant()), operation["requestBody"]?["content"]?["application/json"] is not null),
    ];

    private readonly TemporaryDirectory data = new();
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync(("SamplePeople", MatrixPeople.Write(data.Path)));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task EveryOperation_ForgedToken_IsRefused() => await AskAsync(
        Operations, request => request.Headers.Authorization = new("Bearer", "a.b.c"), HttpStatusCode.Unauthorized, "token_not_believed");

    [Fact]
    public async Task EveryChange_FromAPageOfAnotherSite_IsRefused() => await AskAsync(
        Operations.Where(operation => operation.Verb != HttpMethod.Get && operation.Verb != HttpMethod.Head),
        request => request.Headers.Add("Cookie", "session=x"), HttpStatusCode.Forbidden, "cross_site");

    [Fact]
    public async Task EveryOperationWithABody_OfAnotherType_IsRefused() => await AskWithBodyAsync(new StringContent("x", Encoding.UTF8, "text/plain"), HttpStatusCode.UnsupportedMediaType, "not_json");

    [Fact]
    public async Task EveryOperationWithABody_OfBrokenJson_IsRefused() => await AskWithBodyAsync(new StringContent("{", Encoding.UTF8, "application/json"), HttpStatusCode.BadRequest, "malformed_json");

    [Fact]
    public async Task EveryOperationWithABody_WithoutOne_IsRefused() => await AskWithBodyAsync(null, HttpStatusCode.BadRequest, "body_missing");

    [Fact]
    public async Task EveryOperationWithABody_TooLarge_IsRefused() => await AskWithBodyAsync(
        new StringContent($"\"{new string('x', 300_000)}\"", Encoding.UTF8, "application/json"), HttpStatusCode.RequestEntityTooLarge, "body_too_large");

    [Fact]
    public async Task EveryOperation_AskedTooOften_IsToldToWait()
    {
        await using var busy = await App.StartAsync(("RequestsPerMinute", "1"));
        await busy.Api.GetAsync("api/health");
        await AskAsync(Operations, _ => { }, HttpStatusCode.TooManyRequests, "too_many_requests", busy);
    }

    private Task AskWithBodyAsync(StringContent? body, HttpStatusCode status, string code) => AskAsync(Operations.Where(operation => operation.TakesJson), request =>
    {
        request.Content = body is null ? null : new StringContent(body.ReadAsStringAsync().Result, Encoding.UTF8, body.Headers.ContentType!.MediaType!);
        request.Headers.Add("Idempotency-Key", "0123456789");
        request.Headers.Authorization = new("Bearer", TestIssuer.Shared.TokenOf(Asker(request), app.Clock));
    }, status, code);

    private async Task AskAsync(
        IEnumerable<(ServedFunction Function, HttpMethod Verb, bool TakesJson)> operations, Action<HttpRequestMessage> prepare, HttpStatusCode status, string code, App? asked = null)
    {
        foreach (var (function, verb, _) in operations)
        {
            var path = function.Values.Aggregate(function.Path, (address, value) => address.Replace($"{{{value}}}", value is "authority" or "year" ? "2026" : "x", StringComparison.Ordinal));
            using var request = new HttpRequestMessage(verb, path.TrimStart('/'));
            request.Options.Set(Policy, function.Policy);
            prepare(request);

            var answer = await (asked ?? app).Api.SendAsync(request);

            Assert.Equal((function.Name, status, verb == HttpMethod.Head ? null : code), (function.Name, answer.Status, verb == HttpMethod.Head ? null : answer.Code));
        }
    }

    private static readonly HttpRequestOptionsKey<PolicyAttribute> Policy = new("policy");

    /// <summary>Somebody who may call the function.</summary>
    private static string Asker(HttpRequestMessage request) => request.Options.TryGetValue(Policy, out var policy) && policy.Roles is [var role, ..] ? $"{role}-own" : "DistrictReviewer-own";
}
