using System.Globalization;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.OpenApi;

/// <summary>Codes of the catalogue as responses: one a status, with all the codes it may have.</summary>
internal static class Refusals
{
    private static readonly Dictionary<string, Problems.Problem> ByCode = Problems.All.DistinctBy(problem => problem.Code).ToDictionary(problem => problem.Code);

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Responses(IEnumerable<string> codes, bool hasBody) =>
        codes.Distinct().Select(code => ByCode.GetValueOrDefault(code) ?? throw new InvalidOperationException($"The catalogue has no {code}."))
            .GroupBy(problem => problem.Status).OrderBy(status => status.Key)
            .Select(status => KeyValuePair.Create<string, JsonNode?>(status.Key.ToString(CultureInfo.InvariantCulture), Response([.. status], hasBody)));

    private static JsonObject Response(List<Problems.Problem> problems, bool hasBody)
    {
        var response = new JsonObject { ["description"] = string.Join("\n\n", problems.Select(problem => $"`{problem.Code}`: {OpenApiText.Line(problem.Title)}")) };
        if (problems.Contains(Problems.TooManyRequests))
            response["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["$ref"] = "#/components/headers/Retry-After" } };
        if (hasBody)
        {
            response["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject
                {
                    ["schema"] = new JsonObject
                    {
                        ["$ref"] = $"#/components/schemas/{nameof(ProblemBody)}",
                        ["properties"] = new JsonObject { ["code"] = new JsonObject { ["enum"] = new JsonArray([.. problems.Select(problem => (JsonNode)problem.Code)]) } },
                    },
                },
            };
        }

        return response;
    }
}
