using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace TitleCertification.Domain.Tests;

/// <summary>Spoils a file of the rule book field by field, and holds what its schema says of it against what its reader says.</summary>
internal sealed class SchemaAgreement(string schema, Func<byte[], IEnumerable<string>> read)
{
    // A schema registers itself under its id, which it can do once.
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new();

    public bool Fits(JsonNode json) => Schemas.GetOrAdd(schema, name => new(() => JsonSchema.FromText(RuleBookFiles.Read($"schema/{name}")))).Value.Evaluate(JsonSerializer.SerializeToElement(json)).IsValid;

    public IReadOnlyList<string> Errors(JsonNode json) => [.. read(Encoding.UTF8.GetBytes(json.ToJsonString()))];

    /// <summary>Removes each field in turn: the reader misses it exactly when the schema does.</summary>
    /// <param name="misses">Is the error one that says what is missing, and not one of what follows from it?</param>
    public void OneFieldRemoved(string text, Predicate<string> misses) => EveryField(text, (parent, name) => parent.Remove(name), misses);

    /// <summary>Misspells each field in turn.</summary>
    public void OneFieldMisspelt(string text) => EveryField(text, (parent, name) =>
    {
        var value = parent[name];
        parent.Remove(name);
        parent[name + "x"] = value;
    });

    /// <summary>Puts a value of another kind into each field in turn.</summary>
    public void OneValueOfAnotherKind(string text) => EveryField(text, (parent, name) =>
        parent[name] = parent[name]?.GetValueKind() is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False ? 17 : "x");

    private void EveryField(string text, Action<JsonObject, string> spoil, Predicate<string>? counts = null)
    {
        for (var i = 0; ; i++)
        {
            var json = JsonNode.Parse(text)!;
            if (Fields(json).ElementAtOrDefault(i) is not { Parent: { } parent } field)
                return;
            spoil(parent, field.Name);
            var errors = Errors(json);
            var refused = counts is null ? errors.Count > 0 : errors.Any(error => counts(error));
            Assert.True(refused == !Fits(json), $"{field.Path}: the reader {(refused ? "refuses" : "accepts")} it, the schema does not. {string.Join(' ', errors)}");
        }
    }

    /// <summary>Two entries of each list stand for all of them.</summary>
    private static IEnumerable<(JsonObject Parent, string Name, string Path)> Fields(JsonNode? node, string path = "") => node switch
    {
        JsonObject entry => entry.ToList().SelectMany(field => Fields(field.Value, $"{path}/{field.Key}").Prepend((entry, field.Key, $"{path}/{field.Key}"))),
        JsonArray list => list.Take(2).SelectMany((item, i) => Fields(item, $"{path}/{i}")),
        _ => [],
    };
}
