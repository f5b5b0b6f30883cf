using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.OpenApi;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.OpenApi;

public sealed class OpenApiDocumentTests
{
    private static readonly JsonObject Document = (JsonObject)JsonNode.Parse(OpenApiDocument.Content)!;

    private static readonly string[] Kinds = ["parameters", "headers", "schemas"];

    [Fact]
    public void Document_OperationsAndFunctions_AreTheSame()
    {
        var described = from path in (JsonObject)Document["paths"]!
                        from operation in (JsonObject)path.Value!
                        select ((string)operation.Value!["operationId"]!).Split('_')[0];

        var functions = Policies.Functions(typeof(Composition).Assembly).Where(function => function.IsHttp).Select(function => function.Name);
        var pages = from type in typeof(Composition).Assembly.GetTypes()
                    where type.Namespace?.Contains(".Pages", StringComparison.Ordinal) ?? false
                    from method in type.GetMethods()
                    let function = method.GetCustomAttribute<FunctionAttribute>()
                    where function is not null
                    select function.Name;
        Assert.Equal(functions.Except(pages).Order(), described.Distinct().Order());
    }

    [Fact]
    public void Document_HeldAgainstTheOfficialSchema_IsOpenApi31()
    {
        var official = Path.Combine(Repository.Root, "local", "node_modules", "@apidevtools", "openapi-schemas", "schemas", "v3.1", "schema.json");
        // The validator looks for a pattern with a slash under an escaped name and does not find it.
        var schema = JsonSchema.FromText(File.ReadAllText(official).Replace("\"^/\"", "\"^\\\\x2f\"", StringComparison.Ordinal));
        var result = schema.Evaluate(JsonSerializer.SerializeToElement(Document), new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, DocumentSchemas.Errors(result));
    }

    [Fact]
    public void Document_EverySchema_IsJsonSchema2020()
    {
        foreach (var (name, schema) in (JsonObject)Document["components"]!["schemas"]!)
            Assert.True(MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(schema)).IsValid, name);
    }

    [Fact]
    public void Document_EveryReference_LeadsSomewhere_AndNothingIsUnused()
    {
        var references = Nodes(Document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonNode>().Select(node => node.GetValue<string>()).Distinct().ToList();

        Assert.All(references, reference => Assert.NotNull(reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)Document, (node, step) => node?[step])));
        var components = from kind in Kinds from component in (JsonObject)Document["components"]![kind]! select $"#/components/{kind}/{component.Key}";
        Assert.Equal([], components.Except(references));
    }

    [Fact]
    public void Document_EveryOperation_IsNamedInBothLanguages()
    {
        foreach (var (path, verbs) in (JsonObject)Document["paths"]!)
        {
            foreach (var (_, operation) in (JsonObject)verbs!)
                Assert.True(((string)operation!["summary"]!).Split(" · ") is [{ Length: > 3 }, { Length: > 3 }], path);
        }
    }

    [Fact]
    public void Document_EveryCodeOfTheCatalogue_IsSaidSomewhere()
    {
        // Told by pages and by addresses that are no part of the API.
        string[] elsewhere = ["unknown_address", "form_expired", "case_closed", "another_opened"];
        var said = Nodes(Document["paths"]).OfType<JsonObject>().Select(node => node["code"]?["enum"]).OfType<JsonArray>().SelectMany(codes => codes).Select(code => code!.GetValue<string>());

        Assert.Equal([], Problems.All.Select(problem => problem.Code).Distinct().Except(said).Except(elsewhere));
    }

    [Fact]
    public async Task Get_Again_AnswersThatNothingHasChanged()
    {
        await using var app = await App.StartAsync();
        using var http = new HttpClient(new WatchedRequests(new SocketsHttpHandler())) { BaseAddress = app.Api.Address };
        using var first = await http.GetAsync(new Uri("openapi.json", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "openapi.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await http.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, "3.1.0"), (first.StatusCode, (string)JsonNode.Parse(await first.Content.ReadAsStreamAsync())!["openapi"]!));
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
    }

    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Nodes(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Nodes).Prepend(a),
        _ => [node],
    };
}
