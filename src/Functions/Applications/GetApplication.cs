using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

public sealed class GetApplication(Rules rules, CaseAccess access)
{
    [Function(nameof(GetApplication))]
    [Policy(Access.ApplicantOrStaff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        return problem ?? Results.Json(ApplicationView.Of(state!, rules, access.IsStaffOf(request, state!)), Json.Options);
    }
}
