using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Applications;

/// <summary>What the commands of applicants share: what was sent, and that the case is theirs.</summary>
public sealed class ApplicantCommands(CaseCommands commands, CaseAccess access)
{
    public async Task<IResult> RunAsync<TInput>(
        HttpRequest request, string dossier, DurableTaskClient orchestrations, Func<Application, TInput, Outcome> decide, CancellationToken cancellationToken)
        where TInput : class =>
        await RunAsync<TInput>(request, dossier, orchestrations, (_, input) => Task.FromResult<Func<Application, Outcome>>(state => decide(state, input)), cancellationToken);

    /// <param name="prepare">What has to be done or found out before it can be decided; runs once.</param>
    public async Task<IResult> RunAsync<TInput>(
        HttpRequest request, string dossier, DurableTaskClient orchestrations, Func<Application, TInput, Task<Func<Application, Outcome>>> prepare, CancellationToken cancellationToken)
        where TInput : class
    {
        var (input, problem) = await request.ReadAsync<TInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, dossier, cancellationToken);
        return own is null
            ? problem!
            : commands.Answer(await commands.ExecuteAsync(own.Dossier, await prepare(own, input), access.ActorFor(request, own), orchestrations, cancellationToken), Actor.Applicant);
    }
}
