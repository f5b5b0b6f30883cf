using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Who am I, and what may I do today?</summary>
public sealed class GetMyself(PeopleTable people, PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(GetMyself))]
    [Policy(Access.SignedIn)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Person(request) is not { } asking)
            return Problems.From(Problems.SignInNeeded);
        var known = (await people.FindAsync(PeopleTable.KeyOf(asking.Id), cancellationToken)).Person;
        return commands.Answer(asking, new PersonResult.Done(known ?? new Person(asking.Id, asking.Name, "", [], null, [], [], 0)));
    }
}
