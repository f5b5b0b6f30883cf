using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>Records what a person belongs to: his household, clan, community or learning unit. By himself or by an administrator.</summary>
public sealed class RecordTie(PeopleCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(RecordTie))]
    [Policy(Access.Staff)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/people/{person}/ties")] HttpRequest request, string person, CancellationToken cancellationToken) =>
        commands.RunAsync<TieInput>(request, person, (known, input, by) => Registering.RecordTie(known, input, by, rules.Units.On(rules.MapDay(clock.GetUtcNow()))), cancellationToken);
}
