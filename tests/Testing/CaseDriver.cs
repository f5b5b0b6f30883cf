using System.Net;
using System.Text.Json.Nodes;

namespace TitleCertification.Testing;

/// <summary>Takes one application to its certificate, whatever happens to the service meanwhile: every step may be asked again.</summary>
public sealed class CaseDriver(Supervisor supervisor, string holder = "Trường THCS Nghĩa Hưng", string unit = "361-tt-lieu-de", string district = "361")
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly string key = Guid.NewGuid().ToString();

    public string Dossier { get; private set; } = "";

    /// <returns>The certified application.</returns>
    public async Task<JsonNode> RunAsync()
    {
        var submitted = await supervisor.AskAsync(api => api.SubmitAsync(SampleSubmission.Of(holder, unit), key));
        Require(submitted, HttpStatusCode.Created, HttpStatusCode.OK);
        Dossier = submitted.Json["dossier"]!.GetValue<string>();

        await UntilAsync(state => Stage(state) == "district");
        await DecideAsync(new JsonObject { ["stage"] = "district" }, SamplePerson.ReviewerOf(district));
        await DecideAsync(
            new JsonObject { ["stage"] = "province", ["decision"] = new JsonObject { ["number"] = "1234/QĐ-UBND", ["decidedOn"] = "2026-01-05" } }, SamplePerson.Approver);
        return await UntilAsync(state => Status(state) is "Certified" or "Delivered");
    }

    private async Task DecideAsync(JsonObject decision, string person)
    {
        var answer = await supervisor.AskAsync(api => api.PostAsync($"api/applications/{Dossier}/approve", decision.DeepClone(), person));
        // An approval whose answer was lost with the process: it counts, and says so.
        if (answer.Code != "already_decided")
            Require(answer, HttpStatusCode.OK);
    }

    private async Task<JsonNode> UntilAsync(Func<JsonNode, bool> reached)
    {
        var until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until)
        {
            var answer = await supervisor.AskAsync(api => api.GetAsync($"api/applications/{Dossier}", phoneDigits: SampleSubmission.PhoneDigits));
            Require(answer, HttpStatusCode.OK);
            if (reached(answer.Json))
                return answer.Json;
            await Task.Delay(100);
        }

        throw new TimeoutException($"{Dossier} did not get on.\n{supervisor.LastOutput}");
    }

    private static string? Stage(JsonNode state) => state["stage"]?.GetValue<string>();

    private static string? Status(JsonNode state) => state["status"]?.GetValue<string>();

    private static void Require(Answer answer, params HttpStatusCode[] expected)
    {
        if (!expected.Contains(answer.Status))
            throw new InvalidOperationException($"Expected {string.Join(" or ", expected)}, got {answer}.");
    }
}
