using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace TitleCertification.Functions.Tests.OpenApi;

/// <summary>
/// The schemas of the document, ready to judge by, and stricter than callers should be: a member that no schema names is a fault, so that nothing is answered that the document
/// does not tell of.
/// </summary>
internal sealed class DocumentSchemas
{
    private const string Here = "\"#/components/schemas/", Moved = "\"urn:title-certification:schemas#/$defs/";

    private static readonly EvaluationOptions Strict = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly BuildOptions build = new() { SchemaRegistry = new() };
    private readonly ConcurrentDictionary<JsonNode, JsonSchema> made = new(ReferenceEqualityComparer.Instance);

    public DocumentSchemas(JsonObject document)
    {
        var all = new JsonObject { ["$id"] = "urn:title-certification:schemas", ["$defs"] = Closed(document["components"]!["schemas"]) };
        JsonSchema.FromText(Rebased(all), build);
    }

    /// <returns>Null for JSON that is as the schema says.</returns>
    public string? Fault(JsonNode schema, string json)
    {
        using var value = JsonDocument.Parse(json);
        var result = made.GetOrAdd(schema, node => JsonSchema.FromText(Rebased(node), build)).Evaluate(value.RootElement, Strict);
        return result.IsValid ? null : $"{Errors(result)}: {json}";
    }

    public static string Errors(EvaluationResults result) =>
        string.Join("; ", (result.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).Select(detail => $"{detail.InstanceLocation} {string.Join(", ", detail.Errors!.Values)}"));

    private static string Rebased(JsonNode schema) => schema.ToJsonString().Replace(Here, Moved, StringComparison.Ordinal);

    private static JsonNode? Closed(JsonNode? node) => node switch
    {
        JsonObject schema => Close(new JsonObject(schema.Select(member => KeyValuePair.Create(member.Key, Closed(member.Value))))),
        JsonArray array => new JsonArray([.. array.Select(Closed)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Close(JsonObject schema)
    {
        if (schema["properties"] is JsonObject && schema["type"] is JsonValue type && type.GetValueKind() is JsonValueKind.String && !schema.ContainsKey("additionalProperties"))
            schema["additionalProperties"] = false;
        return schema;
    }
}
