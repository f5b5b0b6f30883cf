using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.OpenApi;

/// <summary>What the code cannot say of itself: an <c>openapi.json</c> beside the functions of each subject.</summary>
/// <param name="Operations">By the name of the function.</param>
/// <param name="Types">What is worth saying of the JSON, by the name of its type.</param>
public sealed record Description(TagDescription? Tag, IReadOnlyDictionary<string, OperationDescription>? Operations, IReadOnlyDictionary<string, TypeDescription>? Types)
{
    private const string Prefix = "openapi/";

    /// <summary>A member nobody knows is a mistake in a file, not a text that is lost.</summary>
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyList<Description> All(Assembly assembly) =>
        [.. Resources(assembly).Where(name => !IsShared(name)).Select(name => Read<Description>(assembly, name)).OrderBy(description => description.Tag?.Name, StringComparer.Ordinal)];

    public static SharedDescription Shared(Assembly assembly) => Read<SharedDescription>(assembly, Resources(assembly).Single(IsShared));

    private static IEnumerable<string> Resources(Assembly assembly) => assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsShared(string name) => name.EndsWith("shared.json", StringComparison.Ordinal);

    private static T Read<T>(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new JsonException($"{name} is empty.");
    }
}

public sealed record TagDescription(string Name, string Vi, string En);

/// <param name="Takes">Type of the JSON that is sent, or a media type with <paramref name="Form"/>.</param>
/// <param name="Headers">Request headers, by name in <see cref="SharedDescription.Headers"/>.</param>
/// <param name="Gives">What is answered where nothing is wrong, by status.</param>
/// <param name="Refuses">Codes of the catalogue. Those that the policy, the verb or a body bring with them are not repeated.</param>
/// <param name="ProofInBody">The applicant's proof is in the body, not in the header.</param>
public sealed record OperationDescription(
    LocalText Summary, LocalText? Text, string? Takes, JsonObject? Form, IReadOnlyList<string>? Headers, IReadOnlyDictionary<string, ParameterDescription>? Query,
    IReadOnlyDictionary<string, AnswerDescription> Gives, IReadOnlyList<string>? Refuses, bool ProofInBody = false);

/// <param name="Body">Type of the JSON, media types of something else, or null for no body.</param>
/// <param name="Headers">That the answer always has, by name in <see cref="SharedDescription.AnswerHeaders"/>.</param>
public sealed record AnswerDescription(string? Body, IReadOnlyList<string>? Headers, LocalText? Text);

public sealed record ParameterDescription(JsonObject Schema, LocalText Text, bool Required = false);

public sealed record TypeDescription(LocalText? Text, IReadOnlyList<string>? Required, IReadOnlyDictionary<string, LocalText>? Members);

/// <param name="Values">Values in paths.</param>
public sealed record SharedDescription(
    LocalText Title, LocalText Text, JsonObject Security, IReadOnlyDictionary<string, ParameterDescription> Values,
    IReadOnlyDictionary<string, ParameterDescription> Headers, IReadOnlyDictionary<string, ParameterDescription> AnswerHeaders);
