using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Makes a person known, or corrects his name, position or phone. It gives no authority.</summary>
public sealed class RegisterPerson(PeopleTable people, PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(RegisterPerson))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<RegistrationInput>(cancellationToken);
        if (input is null)
            return problem!;
        return commands.Answer(by, await people.ExecuteAsync(PeopleTable.KeyOf(input.Id ?? ""), known => commands.Register(known, input, by), by, cancellationToken));
    }
}
