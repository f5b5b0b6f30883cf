using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>An application that was filed just now (201), or had been before (200). <c>Results.Created</c> would write it with the JSON of the defaults.</summary>
internal sealed class FiledAnswer(FilingResult.Filed filed, Rules rules) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = filed.Repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        if (!filed.Repeated)
            httpContext.Response.Headers.Location = $"/api/applications/{filed.State.Dossier}";
        return Results.Json(ApplicationView.Of(filed.State, rules), Json.Options, statusCode: status).ExecuteAsync(httpContext);
    }
}
