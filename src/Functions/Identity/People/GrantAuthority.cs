using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Gives a person authority = role x unit x stage, from one day to another.</summary>
public sealed class GrantAuthority(PeopleCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(GrantAuthority))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{person}/authorities")] HttpRequest request, string person, CancellationToken cancellationToken) =>
        commands.RunAsync<GrantInput>(request, person, (known, input, by) => Granting.Grant(known, input, by, rules.Units.On(rules.MapDay(clock.GetUtcNow())), clock.GetUtcNow()), cancellationToken);
}
