using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certification;

/// <summary>What every command over HTTP does: decide in the domain, commit once, wake the process, answer with the new state.</summary>
public sealed class CaseCommands(ApplicationTable applications, CaseProcess process, Rules rules, TimeProvider clock)
{
    public async Task<IResult> RunAsync(
        DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken) =>
        Answer(await ExecuteAsync(dossier, decide, actor, orchestrations, cancellationToken), actor);

    /// <summary>What came of a command, for programs.</summary>
    public IResult Answer(CommandResult result, Actor actor) => result switch
    {
        CommandResult.Refused refused => Problems.From(refused.Refusal),
        CommandResult.Unknown => Problems.From(Problems.UnknownDossier),
        CommandResult.Contended => Problems.From(Problems.Contended),
        CommandResult.Done done => Results.Json(ApplicationView.Of(done.State, rules, forStaff: actor.Authorities.Count > 0), Json.Options),
        var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
    };

    /// <summary>The same for whoever answers with something else than JSON.</summary>
    public async Task<CommandResult> ExecuteAsync(
        DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var ended = false;
        var result = await applications.ExecuteAsync(dossier, Decide, actor, cancellationToken);
        if (ended)
        {
            // A body that has ended decides no more, not even in the moments before the process has noticed.
            await applications.ExecuteAsync(dossier, state => Processing.Move(state, clock.GetUtcNow(), rules.Takeovers), Actor.System, cancellationToken);
            result = await applications.ExecuteAsync(dossier, decide, actor, cancellationToken);
        }

        if (result is CommandResult.Done { Changed: true } done)
            await process.WakeAsync(orchestrations, done.State, cancellationToken);
        return result;

        Outcome Decide(Application state)
        {
            ended = rules.Takeovers.Due(state, VietnamTime.DayOf(clock.GetUtcNow())).Count > 0;
            return ended ? new Outcome.AlreadyDone() : decide(state);
        }
    }
}
