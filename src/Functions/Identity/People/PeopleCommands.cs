using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

/// <summary>What the commands about people share: who asks, about whom, what was sent.</summary>
public sealed class PeopleCommands(PeopleTable people, WhoAsks whoAsks, TimeProvider clock)
{
    public async Task<IResult> RunAsync<TInput>(
        HttpRequest request, string person, Func<Person, TInput, Actor, PersonOutcome> decide, CancellationToken cancellationToken)
        where TInput : class
    {
        if (whoAsks.Person(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<TInput>(cancellationToken);
        if (input is null)
            return problem!;
        if (!PeopleTable.IsKey(person) || (await people.ReadAsync(person, cancellationToken)).Person is null)
            return Problems.From(Problems.UnknownPerson);
        return Answer(await people.ExecuteAsync(person, known => decide(known!, input, by), by, cancellationToken));
    }

    public IResult Answer(PersonResult result, int status = StatusCodes.Status200OK) => result switch
    {
        PersonResult.Refused refused => Problems.From(refused.Refusal),
        PersonResult.Contended => Problems.From(Problems.Contended),
        PersonResult.Done done => Results.Json(PersonView.Of(done.Person, clock.GetUtcNow()), Json.Options, statusCode: status),
        var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
    };
}
