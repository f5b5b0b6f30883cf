using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Ends every session and token of somebody else: a lost telephone, a dismissal.</summary>
public sealed class SignOutPerson(PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(SignOutPerson))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{person}/sign-out")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        if (!PeopleTable.IsKey(person))
            return Problems.From(Problems.UnknownPerson);
        return await commands.SignOutAsync(by, person, cancellationToken) ?? Results.NoContent();
    }
}
