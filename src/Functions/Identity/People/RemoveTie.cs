using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Takes back what was recorded wrongly, or has ended.</summary>
public sealed class RemoveTie(PeopleCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(RemoveTie))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{person}/ties/remove")] HttpRequest request, string person, CancellationToken cancellationToken) =>
        commands.RunAsync<TieInput>(request, person, (known, input, by) => Registering.RemoveTie(known, input, by, rules.Units.On(rules.MapDay(clock.GetUtcNow()))), cancellationToken);
}
