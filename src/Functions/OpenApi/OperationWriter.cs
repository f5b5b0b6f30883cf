using System.Text.Json.Nodes;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.OpenApi;

/// <summary>One function as an operation.</summary>
internal sealed class OperationWriter(SharedDescription shared, TypeSchemas schemas, ServedFunction function, string tag, OperationDescription description)
{
    private const string JsonType = "application/json";

    public JsonObject Write(string verb)
    {
        var operation = new JsonObject
        {
            // One function may answer several verbs; an operation's name is given once.
            ["operationId"] = verb == function.Verbs[0] ? function.Name : $"{function.Name}_{verb}",
            ["tags"] = new JsonArray(tag),
            ["summary"] = OpenApiText.Line(description.Summary),
        };
        if (description.Text is { } text)
            operation["description"] = OpenApiText.Of(text);
        operation["security"] = Security();
        if (Parameters().ToArray() is { Length: > 0 } parameters)
            operation["parameters"] = new JsonArray(parameters);
        if (Body() is { } body)
            operation["requestBody"] = body;
        operation["responses"] = new JsonObject([.. Gives(verb), .. Refusals.Responses(Codes(verb), hasBody: verb != "head")]);
        return operation;
    }

    public static JsonObject Parameter(string name, string place, ParameterDescription parameter) => new()
    {
        ["name"] = name, ["in"] = place, ["required"] = place == "path" || parameter.Required, ["description"] = OpenApiText.Of(parameter.Text), ["schema"] = parameter.Schema.DeepClone(),
    };

    private IEnumerable<JsonNode?> Parameters()
    {
        foreach (var value in function.Values.Select(value => (value, shared.Values)).Concat((description.Headers ?? []).Select(header => (value: header, shared.Headers))))
        {
            if (!value.Item2.ContainsKey(value.value))
                throw new InvalidOperationException($"{function.Name}: nothing is said of the parameter {value.value} in the shared descriptions.");
            yield return new JsonObject { ["$ref"] = $"#/components/parameters/{value.value}" };
        }

        foreach (var (name, parameter) in description.Query ?? new Dictionary<string, ParameterDescription>())
            yield return Parameter(name, "query", parameter);
    }

    private JsonObject? Body()
    {
        if (description.Takes is not { } takes)
            return null;
        var isMedia = takes.Contains('/', StringComparison.Ordinal);
        var media = new JsonObject();
        if (!isMedia)
            media["schema"] = schemas.Taken(takes);
        else if (description.Form is { } form)
            media["schema"] = form.DeepClone();
        return new() { ["required"] = true, ["content"] = new JsonObject { [isMedia ? takes : JsonType] = media } };
    }

    private IEnumerable<KeyValuePair<string, JsonNode?>> Gives(string verb)
    {
        foreach (var (status, answer) in description.Gives)
        {
            var response = new JsonObject { ["description"] = answer.Text is { } text ? OpenApiText.Of(text) : Usual(status) };
            if (answer.Headers is { Count: > 0 } headers)
                response["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header, new JsonObject { ["$ref"] = $"#/components/headers/{header}" })));
            if (answer.Body is { } body && verb != "head")
                response["content"] = Content(body);
            yield return new(status, response);
        }
    }

    private JsonObject Content(string body) => body.Contains('/', StringComparison.Ordinal)
        ? new(body.Split(' ').Select(type => KeyValuePair.Create<string, JsonNode?>(type, new JsonObject())))
        : new() { [JsonType] = new JsonObject { ["schema"] = schemas.Given(body) } };

    private static string Usual(string status) => status switch
    {
        "200" => "Kết quả · The answer",
        "201" => "Đã tạo · Made",
        "204" => "Đã xong, không có nội dung · Done; there is nothing to say",
        _ => throw new InvalidOperationException($"What {status} means has to be said."),
    };

    /// <summary>With what the policy, the verb and a body bring with them.</summary>
    private IEnumerable<string> Codes(string verb)
    {
        var codes = new List<Problems.Problem> { Problems.TokenNotBelieved, Problems.TooManyRequests, Problems.Failed, Problems.StorageUnavailable };
        if (function.Policy.Access is Access.SignedIn or Access.Staff)
            codes.Add(Problems.SignInNeeded);
        if (function.Policy.Access is Access.Staff)
            codes.Add(Problems.NoAuthority);
        if (verb is not ("get" or "head"))
            codes.Add(Problems.CrossSite);
        if (description.Takes is { } takes && !takes.Contains('/', StringComparison.Ordinal))
            codes.AddRange([Problems.MalformedJson, Problems.BodyMissing, Problems.BodyTooLarge, Problems.NotJson]);
        return codes.Select(problem => problem.Code).Concat(description.Refuses ?? []);
    }

    /// <summary>Any one of these; nothing at all is one of them where anybody may ask.</summary>
    private JsonArray Security()
    {
        var anybody = function.Policy.Access is Access.Public || description.ProofInBody;
        var proof = function.Policy.Access is Access.Applicant or Access.ApplicantOrStaff && !description.ProofInBody;
        return new([
            .. anybody ? (JsonNode[])[new JsonObject()] : [], .. proof ? (JsonNode[])[Of("proof")] : [], Of("bearer"), Of("session"),
        ]);
    }

    private static JsonObject Of(string scheme) => new() { [scheme] = new JsonArray() };
}
