using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Health;

/// <summary>Asks storage and orchestrations for something that is not there: an answer is what counts.</summary>
public sealed class GetHealth(ITables tables, VirusScanner scanner, WhoAsks whoAsks)
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
        return Results.Json(new HealthView("ok", await ScannerAsync(request, cancellationToken)), Json.Options);
    }

    /// <summary>For administrators; whom it does not concern is not told how uploads are guarded.</summary>
    private async Task<string?> ScannerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request)?.Authorities.Any(authority => authority.Role is Role.Administrator) != true)
            return null;
        if (!scanner.IsConfigured)
            return "none";
        return await scanner.AnswersAsync(cancellationToken) ? "answers" : "silent";
    }
}

/// <param name="Scanner">For administrators: "none", "answers" or "silent".</param>
public sealed record HealthView(string Status, string? Scanner);
