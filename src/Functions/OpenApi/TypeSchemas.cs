using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;

namespace TitleCertification.Functions.OpenApi;

/// <summary>The JSON Schemas (2020-12) of our types, made from how the serializer writes them: a member that is renamed is renamed here.</summary>
/// <param name="types">Named types that may be spoken of.</param>
internal sealed class TypeSchemas(IEnumerable<Type> types, IReadOnlyDictionary<string, TypeDescription> descriptions)
{
    private readonly ILookup<string, Type> byName = types.ToLookup(NameOf);
    private readonly SortedDictionary<string, JsonObject> components = new(StringComparer.Ordinal);
    private readonly HashSet<Type> taken = [];

    public IReadOnlyDictionary<string, JsonObject> Components => components;

    /// <summary>A reference to the schema of a type that is answered with: nulls are never written.</summary>
    public JsonObject Given(string name) => Of(Find(name), isTaken: false);

    /// <summary>A reference to the schema of a type that callers send: they may send nulls.</summary>
    public JsonObject Taken(string name) => Of(Find(name), isTaken: true);

    private Type Find(string name) => byName[name].ToList() is [var type] ? type : throw new InvalidOperationException($"openapi.json speaks of {name}: {byName[name].Count()} types have that name.");

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;

    private JsonObject Of(Type type, bool isTaken)
    {
        if (Known(type) is { } known)
            return known;
        var info = Json.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new() { ["type"] = "array", ["items"] = Of(info.ElementType!, isTaken) },
            JsonTypeInfoKind.Dictionary => new() { ["type"] = "object", ["additionalProperties"] = Of(info.ElementType!, isTaken) },
            JsonTypeInfoKind.Object => Reference(info, isTaken),
            _ => throw new InvalidOperationException($"How {type} looks as JSON is said nowhere ({nameof(TypeSchemas)}.{nameof(Known)})."),
        };
    }

    private JsonObject Reference(JsonTypeInfo info, bool isTaken)
    {
        var name = NameOf(info.Type);
        // A type that goes both ways is described as what may be sent.
        if (!components.ContainsKey(name) || (isTaken && taken.Add(info.Type)))
        {
            components[name] = [];
            components[name] = info.PolymorphismOptions is { } kinds ? OneOf(info, kinds, isTaken) : ObjectOf(info, isTaken || taken.Contains(info.Type), null);
        }

        return new() { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonObject OneOf(JsonTypeInfo info, JsonPolymorphismOptions kinds, bool isTaken) => Described(NameOf(info.Type), new()
    {
        ["oneOf"] = new JsonArray([.. kinds.DerivedTypes.Select(kind =>
            ObjectOf(Json.Options.GetTypeInfo(kind.DerivedType), isTaken, (kinds.TypeDiscriminatorPropertyName, (string)kind.TypeDiscriminator!)))]),
    });

    private JsonObject ObjectOf(JsonTypeInfo info, bool isTaken, (string Name, string Value)? discriminator)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        if (discriminator is var (member, value))
        {
            properties[member] = new JsonObject { ["const"] = value };
            required.Add(member);
        }

        foreach (var property in info.Properties.Where(property => property.Get is not null))
        {
            var nullable = property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;
            var schema = Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, isTaken);
            properties[property.Name] = nullable && isTaken ? OrNull(schema) : schema;
            if (!nullable)
                required.Add(property.Name);
        }

        var described = descriptions.GetValueOrDefault(NameOf(info.Type));
        foreach (var name in described?.Required ?? [])
            required.Add(name);
        var result = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            result["required"] = required;
        // What nobody knows is refused, not ignored (Json.Requests).
        if (isTaken)
            result["additionalProperties"] = false;
        return Described(NameOf(info.Type), result);
    }

    private JsonObject Described(string name, JsonObject schema)
    {
        if (descriptions.GetValueOrDefault(name) is not { } described)
            return schema;
        if (described.Text is { } text)
            schema.Insert(0, "description", OpenApiText.Of(text));
        foreach (var (member, words) in described.Members ?? new Dictionary<string, Domain.Text.LocalText>())
        {
            var property = schema["properties"]?[member] as JsonObject ?? throw new InvalidOperationException($"openapi.json describes {name}.{member}, which is not there.");
            property["description"] = OpenApiText.Of(words);
        }

        return schema;
    }

    private static JsonObject OrNull(JsonObject schema) => schema.ContainsKey("type") && !schema.ContainsKey("enum")
        ? With(schema, "type", new JsonArray(schema["type"]!.DeepClone(), "null"))
        : new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonObject With(JsonObject schema, string name, JsonNode value)
    {
        schema[name] = value;
        return schema;
    }

    private static JsonObject? Known(Type type) => type switch
    {
        { IsEnum: true } => Enumeration(Enum.GetNames(type)),
        _ when type == typeof(string) => new() { ["type"] = "string" },
        _ when type == typeof(bool) => new() { ["type"] = "boolean" },
        _ when type == typeof(int) => new() { ["type"] = "integer", ["format"] = "int32" },
        _ when type == typeof(long) => new() { ["type"] = "integer", ["format"] = "int64" },
        _ when type == typeof(decimal) || type == typeof(double) => new() { ["type"] = "number" },
        _ when type == typeof(DateOnly) => new() { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new() { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(DossierNumber) => new() { ["type"] = "string", ["pattern"] = "^[A-Z0-9.]+-[0-9]{6}-[0-9]{4}$", ["examples"] = new JsonArray("H40.361-260523-0001") },
        _ when type == typeof(RegisterNumber) => new() { ["type"] = "string", ["pattern"] = "^[A-Z]{4}-[0-9a-z-]+-[0-9]{4}-[0-9]{5,10}$", ["examples"] = new JsonArray("DVHT-36-2025-00001") },
        _ when type == typeof(PhoneNumber) => new() { ["type"] = "string", ["pattern"] = "^[0-9+]{9,13}$" },
        _ => null,
    };

    private static JsonObject Enumeration(IEnumerable<string> names) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };
}
