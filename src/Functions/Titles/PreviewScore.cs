using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Titles;

/// <summary>Judges answers as a submission of this moment would be, and explains; asks storage nothing.</summary>
public sealed class PreviewScore(Rules rules, TimeProvider clock)
{
    [Function(nameof(PreviewScore))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/preview")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<PreviewInput>(cancellationToken);
        if (input is null)
            return problem!;
        var (verdict, refusal) = Previewing.Judge(input, rules.CriteriaSets, rules.Units.On(rules.MapDay(clock.GetUtcNow())));
        return verdict is null ? Problems.From(refusal!) : Results.Json(VerdictView.Of(verdict), Json.Options);
    }
}
