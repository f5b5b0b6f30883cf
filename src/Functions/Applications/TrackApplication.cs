using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>"Where is my file?" A POST, so that the digits of a phone never stand in an address.</summary>
public sealed class TrackApplication(Rules rules, CaseAccess access)
{
    [Function(nameof(TrackApplication))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/track")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<TrackInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var state, problem) = await access.OpenOwnAsync(request, input.PhoneDigits, input.Dossier, cancellationToken);
        return problem ?? Results.Json(TrackView.Of(state!, rules), Json.Options);
    }
}

public sealed record TrackInput(string? Dossier, string? PhoneDigits);
