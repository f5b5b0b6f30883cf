using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Privacy;

/// <summary>An administrator destroys what a closed case holds of persons. Asked again it answers the same.</summary>
public sealed class EraseCase(CaseEraser eraser, ApplicationTable applications, WhoAsks whoAsks, CaseAccess access)
{
    [Function(nameof(EraseCase))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/erase")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<ErasureInput>(cancellationToken);
        if (input is null)
            return problem!;
        if (!DossierNumber.TryParse(dossier, out var number) || await applications.ReadStoredAsync(number, cancellationToken) is not { } stored || stored.Open() is { } state && Conflicts.Bar(person, state) || stored.Place() is not var (unit, at))
            return Problems.From(Problems.UnknownDossier);
        if (!access.IsInArea(person, unit, at, Role.Administrator))
            return Problems.From(Problems.OutsideArea);
        return await eraser.EraseAsync(number, input, person, cancellationToken) switch
        {
            null => Results.Json(new ErasedView(number.ToString(), Erased: true), Json.Options),
            CommandResult.Refused refused => Problems.From(refused.Refusal),
            CommandResult.Unknown => Problems.From(Problems.UnknownDossier),
            _ => Problems.From(Problems.Contended),
        };
    }
}

public sealed record ErasedView(string Dossier, bool Erased);
