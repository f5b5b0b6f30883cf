using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Testing;

/// <summary>Where the emulator that the service has started is, so that a benchmark can measure it too.</summary>
public sealed class GetStorageConnection(IConfiguration configuration)
{
    [Function(nameof(GetStorageConnection))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/testing/storage")] HttpRequest request)
    {
        _ = request;
        return Results.Text(configuration["AzureWebJobsStorage"]);
    }
}
