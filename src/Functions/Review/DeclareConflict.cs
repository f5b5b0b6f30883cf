using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>A reviewer says, before or after opening it, that a case is not his to decide. From then on it does not exist for him, and it goes to the others.</summary>
public sealed class DeclareConflict(CaseCommands commands, WhoAsks whoAsks, CaseAccess access)
{
    [Function(nameof(DeclareConflict))]
    [Policy(Access.Staff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{dossier}/conflict")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<ConflictInput>(cancellationToken);
        if (input is null)
            return problem!;
        if (!DossierNumber.TryParse(dossier, out var number))
            return Problems.From(Problems.UnknownDossier);
        return await commands.ExecuteAsync(number, state => Conflicts.Declare(state, input, person, access.IsInArea(person, state)), person, orchestrations, cancellationToken) switch
        {
            CommandResult.Refused refused => Problems.From(refused.Refusal),
            CommandResult.Unknown => Problems.From(Problems.UnknownDossier),
            CommandResult.Contended => Problems.From(Problems.Contended),
            // Nothing of the case: it is not his to see any more.
            _ => Results.NoContent(),
        };
    }
}
