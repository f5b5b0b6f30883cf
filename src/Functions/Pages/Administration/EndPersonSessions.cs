using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class EndPersonSessions(PageForms forms, PeoplePages pages, PeopleTable people)
{
    [Function(nameof(EndPersonSessions))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "administration/people/{person}/sign-out")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (known, unknown) = await pages.FindAsync(person, cancellationToken);
        if (known is null)
            return unknown!;
        await people.SignOutAsync(person, cancellationToken);
        return See.Other($"/administration/people/{person}");
    }
}
