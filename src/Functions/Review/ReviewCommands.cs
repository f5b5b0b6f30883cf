using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>What the commands of reviewers share: who asks, what was sent, which case.</summary>
public sealed class ReviewCommands(CaseCommands commands, WhoAsks whoAsks)
{
    public async Task<IResult> RunAsync<TInput>(
        HttpRequest request, string dossier, DurableTaskClient orchestrations, Func<Application, TInput, Actor, Outcome> decide, CancellationToken cancellationToken)
        where TInput : class
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<TInput>(cancellationToken);
        if (input is null)
            return problem!;
        return DossierNumber.TryParse(dossier, out var number)
            ? await commands.RunAsync(number, state => decide(state, input, person), person, orchestrations, cancellationToken)
            : Problems.From(Problems.UnknownDossier);
    }
}
