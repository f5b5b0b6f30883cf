using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Ends an authority at once. What was decided under it stays decided.</summary>
public sealed class EndAuthority(PeopleCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(EndAuthority))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{person}/authorities/{authority:int}/end")] HttpRequest request, string person, int authority, CancellationToken cancellationToken) =>
        commands.RunAsync<ReasonInput>(request, person, (known, input, by) => Granting.End(known, authority, input, by, rules.Units.On(rules.MapDay(clock.GetUtcNow()))), cancellationToken);
}
