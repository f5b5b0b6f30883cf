using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>Closes the case in this browser, for whoever uses the computer next.</summary>
public sealed class LeaveCase(PageForms forms)
{
    [Function(nameof(LeaveCase))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "track/leave")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        CaseCookie.Remove(request);
        return See.Other("/");
    }
}
