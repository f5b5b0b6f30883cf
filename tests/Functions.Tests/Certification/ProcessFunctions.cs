using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Tests.Certification;

/// <summary>Lets a test look at orchestrations, and lose one.</summary>
public static class ProcessFunctions
{
    [Function(nameof(GetProcess))]
    [Policy(Access.Public)]
    public static async Task<IResult> GetProcess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/testing/processes/{dossier}")] HttpRequest request, string dossier,
        [DurableClient] DurableTaskClient orchestrations)
    {
        _ = request;
        return Results.Text((await orchestrations.GetInstanceAsync(dossier))?.RuntimeStatus.ToString() ?? "");
    }

    [Function(nameof(EndProcess))]
    [Policy(Access.Public)]
    public static async Task<IResult> EndProcess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/testing/processes/{dossier}")] HttpRequest request, string dossier,
        [DurableClient] DurableTaskClient orchestrations)
    {
        _ = request;
        await orchestrations.TerminateInstanceAsync(dossier);
        return Results.NoContent();
    }
}
