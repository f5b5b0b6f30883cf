using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

public sealed class GetPerson(PeopleTable people, PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(GetPerson))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/people/{person}")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        if (!PeopleTable.IsKey(person) || (await people.ReadAsync(person, cancellationToken)).Person is not { } known)
            return Problems.From(Problems.UnknownPerson);
        await commands.LookedUpAsync(request, asker, known, cancellationToken);
        return commands.Answer(asker, new PersonResult.Done(known));
    }
}
