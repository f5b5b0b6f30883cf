using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

public sealed class GetPerson(PeopleTable people, PeopleCommands commands)
{
    [Function(nameof(GetPerson))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/people/{person}")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        _ = request;
        return PeopleTable.IsKey(person) && (await people.ReadAsync(person, cancellationToken)).Person is { } known
            ? commands.Answer(new PersonResult.Done(known))
            : Problems.From(Problems.UnknownPerson);
    }
}
