using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Evidence;

/// <summary>What of tus is spoken here.</summary>
public static class DescribeUploads
{
    [Function(nameof(DescribeUploads))]
    [Policy(Access.Public)]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/evidence/uploads")] HttpRequest request)
    {
        Tus.Describe(request.HttpContext.Response);
        return Results.NoContent();
    }
}
