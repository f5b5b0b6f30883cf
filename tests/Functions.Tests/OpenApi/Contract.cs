using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TitleCertification.Functions.OpenApi;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.OpenApi;

/// <summary>Holds every answer that any test of this project gets against the OpenAPI document: its status, its headers, its type and its body.</summary>
internal static class Contract
{
    private static readonly JsonObject Document = OpenApiDocument.Make(typeof(OpenApiDocument).Assembly);
    private static readonly DocumentSchemas Schemas = new(Document);
    private static readonly (Regex Path, string Template)[] Paths = [.. ((JsonObject)Document["paths"]!).Select(path => (Pattern(path.Key), path.Key))];
    private static readonly ConcurrentDictionary<(string Operation, string Status), int> Given = new();
    private static readonly ConcurrentDictionary<string, int> Broken = new();

    public static IReadOnlyCollection<(string Operation, string Status)> Seen => [.. Given.Keys];

    /// <summary>What was answered otherwise than the document says.</summary>
    public static IReadOnlyCollection<string> Violations => [.. Broken.Keys];

    /// <summary>Every declared answer, by operation and status.</summary>
    public static IEnumerable<(string Operation, string Status)> Declared =>
        from path in (JsonObject)Document["paths"]!
        from operation in (JsonObject)path.Value!
        from response in (JsonObject)operation.Value!["responses"]!
        select ((string)operation.Value["operationId"]!, response.Key);

    [ModuleInitializer]
    internal static void Watch() => WatchedRequests.Watch = CheckAsync;

    private static async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage response)
    {
        // Headers that are too long never come to a function.
        if (response.StatusCode is HttpStatusCode.RequestHeaderFieldsTooLarge || Find(request) is not { } operation)
            return;
        var (name, status) = ((string)operation["operationId"]!, $"{(int)response.StatusCode}");
        Given.AddOrUpdate((name, status), 1, (_, count) => count + 1);
        if (await FaultAsync(operation, request, response) is { } fault)
        {
            fault = $"{name} {status}: {fault}";
            Broken[fault] = 1;
            Assert.Fail(fault);
        }
    }

    private static JsonNode? Find(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        // Fixed words before values: /api/people/… and not /api/{…}.
        var template = Paths.Where(candidate => candidate.Path.IsMatch(path)).Select(candidate => candidate.Template).OrderBy(candidate => candidate.Count(c => c == '{')).FirstOrDefault();
        return template is null ? null : Document["paths"]![template]![request.Method.Method.ToLowerInvariant()];
    }

    private static async Task<string?> FaultAsync(JsonNode operation, HttpRequestMessage request, HttpResponseMessage response)
    {
        if (operation["responses"]![$"{(int)response.StatusCode}"] is not { } declared)
            return $"the document does not declare it: {await response.Content.ReadAsStringAsync()}";
        // Whoever asks for a page gets one, of a refusal too.
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && request.Headers.Accept.Any(type => type.MediaType == "text/html"))
            return null;
        foreach (var (header, _) in (JsonObject?)declared["headers"] ?? [])
        {
            if (!response.Headers.NonValidated.Contains(header) && !response.Content.Headers.NonValidated.Contains(header))
                return $"the header {header} is missing.";
        }

        if (response.IsSuccessStatusCode && request.Content is { } sent && (JsonObject?)operation["requestBody"]?["content"]?["application/json"] is { } takes
            && Schemas.Fault(takes["schema"]!, await sent.ReadAsStringAsync()) is { } wrong)
            return $"a request that was taken is not as declared: {wrong}";
        return await BodyFaultAsync((JsonObject?)declared["content"], response.Content);
    }

    private static async Task<string?> BodyFaultAsync(JsonObject? declared, HttpContent content)
    {
        var text = await content.ReadAsStringAsync();
        if (declared is null)
            return text.Length == 0 ? null : $"no body is declared: {text}";
        if (content.Headers.ContentType?.MediaType is not { } type || !declared.ContainsKey(type))
            return $"{content.Headers.ContentType?.MediaType ?? "no type"} where {string.Join(", ", declared.Select(one => one.Key))} is declared: {text}";
        return declared[type]!["schema"] is { } schema ? Schemas.Fault(schema, text) : null;
    }

    private static Regex Pattern(string template) => new($"^{Regex.Replace(Regex.Escape(template), @"\\\{([^}]*)}", value => IsNumber(value.Groups[1].Value) ? "[0-9]+" : "[^/]+")}$", RegexOptions.CultureInvariant);

    private static bool IsNumber(string value) => (string?)Document["components"]!["parameters"]![value]!["schema"]!["type"] == "integer";
}
