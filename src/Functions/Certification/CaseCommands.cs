using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certification;

/// <summary>What every command over HTTP does: decide in the domain, commit once, wake the process, answer with the new state.</summary>
public sealed class CaseCommands(ApplicationTable applications, CaseProcess process, Rules rules)
{
    public async Task<IResult> RunAsync(
        DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        switch (await applications.ExecuteAsync(dossier, decide, actor, cancellationToken))
        {
            case CommandResult.Refused refused:
                return Problems.From(refused.Refusal);
            case CommandResult.Unknown:
                return Problems.From(Problems.UnknownDossier);
            case CommandResult.Contended:
                return Problems.From(Problems.Contended);
            case CommandResult.Done done:
                if (done.Changed)
                    await process.WakeAsync(orchestrations, done.State, cancellationToken);
                return Results.Json(ApplicationView.Of(done.State, rules), Json.Options);
            case var other:
                throw new InvalidOperationException($"A result nobody answers: {other}.");
        }
    }
}
