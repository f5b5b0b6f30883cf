using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class EndPersonSessions(PageForms forms, PeoplePages pages, PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(EndPersonSessions))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/people/{person}/sign-out")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (whoAsks.Staff(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        var (known, unknown) = await pages.FindAsync(request, person, cancellationToken);
        if (known is null)
            return unknown!;
        return await commands.SignOutAsync(by, person, cancellationToken) ?? See.Other($"/manage/people/{person}");
    }
}
