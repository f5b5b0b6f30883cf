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
        return PeopleTable.IsKey(person) && (await people.ReadAsync(person, cancellationToken)).Person is { } known
            ? commands.Answer(asker, new PersonResult.Done(known))
            : Problems.From(Problems.UnknownPerson);
    }
}
