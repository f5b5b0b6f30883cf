using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.OpenApi;

/// <summary>
/// The HTTP API as OpenAPI 3.1. Paths, verbs and who may call come from the functions' own attributes, the JSON from the types, refusals from their catalogue; the
/// files <c>openapi.json</c> beside the functions add what code does not say.
/// </summary>
public static class OpenApiDocument
{
    private static readonly Lazy<(byte[] Content, string ETag)> Made = new(() =>
    {
        var content = Json.Bytes(Make(typeof(OpenApiDocument).Assembly));
        return (content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
    });

    public static byte[] Content => Made.Value.Content;

    public static string ETag => Made.Value.ETag;

    /// <exception cref="InvalidOperationException">A function has no entry, an entry no function, or an entry names what is not there.</exception>
    public static JsonObject Make(Assembly assembly)
    {
        var (shared, descriptions, functions) = (Description.Shared(assembly), Description.All(assembly), ServedFunction.All(assembly));
        var operations = descriptions.SelectMany(description => description.Operations ?? new Dictionary<string, OperationDescription>(), (description, entry) => (entry.Key, Tag: description.Tag!.Name, entry.Value))
            .ToDictionary(entry => entry.Key);
        if (operations.Keys.Except(functions.Select(function => function.Name)).FirstOrDefault() is { } stranger)
            throw new InvalidOperationException($"openapi.json describes {stranger}, which is no function of the HTTP API.");

        // This may be the first that is asked of the serializer, which finds out how it reads types when it first writes one.
        Json.Options.MakeReadOnly(populateMissingResolver: true);
        var schemas = new TypeSchemas(Types(assembly), Merged(descriptions));
        schemas.Given(nameof(ProblemBody));
        var paths = new JsonObject();
        foreach (var function in functions)
        {
            if (!operations.TryGetValue(function.Name, out var entry))
                throw new InvalidOperationException($"No openapi.json describes the function {function.Name}.");
            var writer = new OperationWriter(shared, schemas, function, entry.Tag, entry.Value);
            if (paths[function.Path] is not JsonObject path)
                paths[function.Path] = path = [];
            foreach (var verb in function.Verbs)
                path[verb] = writer.Write(verb);
        }

        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = OpenApiText.Line(shared.Title), ["version"] = "1", ["description"] = OpenApiText.Of(shared.Text) },
            ["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema",
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. descriptions.Select(description => description.Tag).OfType<TagDescription>().Select(tag => new JsonObject { ["name"] = tag.Name, ["description"] = OpenApiText.Of(new(tag.Vi, tag.En)) })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = shared.Security.DeepClone(),
                ["parameters"] = new JsonObject([.. Parameters(shared.Values, "path"), .. Parameters(shared.Headers, "header")]),
                ["headers"] = new JsonObject(shared.AnswerHeaders.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, Header(header.Value)))),
                ["schemas"] = new JsonObject(schemas.Components.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Key, schema.Value))),
            },
        };
    }

    /// <summary>Ours: what is not public is told to nobody.</summary>
    private static IEnumerable<Type> Types(Assembly assembly) =>
        new[] { assembly, typeof(LocalText).Assembly }.SelectMany(one => one.GetTypes()).Where(type => type.IsVisible && !type.IsGenericTypeDefinition);

    private static Dictionary<string, TypeDescription> Merged(IEnumerable<Description> descriptions) =>
        descriptions.SelectMany(description => description.Types ?? new Dictionary<string, TypeDescription>()).ToDictionary();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Parameters(IReadOnlyDictionary<string, ParameterDescription> parameters, string place) =>
        parameters.Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Key, OperationWriter.Parameter(parameter.Key, place, parameter.Value)));

    private static JsonObject Header(ParameterDescription header) =>
        new() { ["description"] = OpenApiText.Of(header.Text), ["schema"] = header.Schema.DeepClone(), ["required"] = header.Required };
}
