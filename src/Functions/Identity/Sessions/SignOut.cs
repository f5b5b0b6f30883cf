using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Pages;
using TitleCertification.Functions.Pages.Apply;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>
/// Ends every session and token of the person, here and on his other devices, and leads on to the provider's own sign-out: on an office's computer the next one must not come in
/// as the last.
/// </summary>
public sealed class SignOut(WhoAsks whoAsks, PeopleTable people, CodeFlow flow, IdentityProvider provider, Site site, PageForms forms)
{
    [Function(nameof(SignOut))]
    [Policy(Access.SignedIn)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Person(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        if (request.HasFormContentType && await forms.ReadAsync(request, cancellationToken) is { Problem: { } problem })
            return problem;
        await people.SignOutAsync(PeopleTable.KeyOf(person.Id), cancellationToken);
        if (!SessionCookie.IsPresent(request.HttpContext))
            return Results.NoContent();
        SessionCookie.End(request.HttpContext);
        // The draft and the case that stand open in this browser too: they need no session.
        DraftCookie.Remove(request);
        CaseCookie.Remove(request);
        var next = provider.IsSet ? await flow.EndSessionAsync(site.Of(request), cancellationToken) : null;
        request.HttpContext.Response.Headers.Location = next ?? "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
