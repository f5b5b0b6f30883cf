using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TitleCertification.Functions.Tests.Certification;

/// <summary>Lets a test look at orchestrations, and lose one.</summary>
public static class ProcessFunctions
{
    [Function(nameof(GetProcess))]
    public static async Task<IResult> GetProcess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/testing/processes/{dossier}")] HttpRequest request, string dossier,
        [DurableClient] DurableTaskClient orchestrations)
    {
        _ = request;
        return Results.Text((await orchestrations.GetInstanceAsync(dossier))?.RuntimeStatus.ToString() ?? "");
    }

    [Function(nameof(EndProcess))]
    public static async Task<IResult> EndProcess(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/testing/processes/{dossier}")] HttpRequest request, string dossier,
        [DurableClient] DurableTaskClient orchestrations)
    {
        _ = request;
        await orchestrations.TerminateInstanceAsync(dossier);
        return Results.NoContent();
    }
}
