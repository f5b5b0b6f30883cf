using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>What the commands about people share: who asks, about whom, what was sent.</summary>
public sealed class PeopleCommands(PeopleTable people, WhoAsks whoAsks, ReadLog reads, Rules rules, TimeProvider clock)
{
    private UnitMap Map => rules.Units.On(rules.MapDay(clock.GetUtcNow()));

    /// <summary>One of those who watch looks at somebody else of the staff: recorded, where he is told his phone and what he belongs to.</summary>
    public async Task LookedUpAsync(HttpRequest request, Actor asker, Person known, CancellationToken cancellationToken)
    {
        if (asker.Id != known.Id && Registering.MayKnow(asker, known, Map))
            await reads.LookedUpAsync(asker, asker.Authorities.First(authority => authority.Role is Role.Administrator or Role.Auditor).Unit, request.Path, cancellationToken);
    }

    public PersonOutcome Register(Person? known, RegistrationInput input, Actor by) => Registering.Register(known, input, by, Map, clock.GetUtcNow());

    /// <summary>Ends every session and token of somebody the administrator answers for, or of somebody who has no authority.</summary>
    /// <returns>Null once it is done.</returns>
    public async Task<IResult?> SignOutAsync(Actor by, string person, CancellationToken cancellationToken)
    {
        if ((await people.ReadAsync(person, cancellationToken)).Person is { } known && !Registering.AnswersFor(by, known, Map, clock.GetUtcNow()))
            return Problems.From(Problems.OutsideArea);
        await people.SignOutAsync(person, cancellationToken);
        return null;
    }

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
        return Answer(by, await people.ExecuteAsync(person, known => decide(known!, input, by), by, cancellationToken));
    }

    /// <param name="by">Who asked: what he may know of the person is what he is told.</param>
    public IResult Answer(Actor by, PersonResult result) => result switch
    {
        PersonResult.Refused refused => Problems.From(refused.Refusal),
        PersonResult.Contended => Problems.From(Problems.Contended),
        PersonResult.Done done => Results.Json(PersonView.Of(done.Person, clock.GetUtcNow(), Registering.MayKnow(by, done.Person, Map)), Json.Options),
        var other => throw new InvalidOperationException($"A result nobody answers: {other}."),
    };
}
