using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Health;

/// <summary>Asks storage and orchestrations for something that is not there: an answer is what counts.</summary>
public sealed class GetHealth(ITables tables)
{
    [Function(nameof(GetHealth))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        try
        {
            await tables.ReadAsync(TableNames.Applications, "health", "health", cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return Problems.From(Problems.StorageUnavailable);
        }

        await orchestrations.GetInstanceAsync("health", cancellation: cancellationToken);
        return Results.Json(new { status = "ok" }, Json.Options);
    }
}
