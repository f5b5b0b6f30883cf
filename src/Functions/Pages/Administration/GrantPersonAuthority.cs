using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class GrantPersonAuthority(PageWriter pages, PeoplePages people, TimeProvider clock)
{
    [Function(nameof(GrantPersonAuthority))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people/{person}/grant")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        var map = people.Map;
        return people.FormAsync(request, person, Show, Decide, PeoplePages.FieldOf, cancellationToken);

        IResult Show(Person known, IFormCollection? form, FieldErrors errors) => pages.Show<GrantPage, GrantModel>(request, new(
            person, known.Name, form?.Text("role"), form?.Text("unit") ?? "", form is null ? [] : ChosenUnit.Of(form, map).Hits, form?.Text("from") ?? "", form?.Text("to") ?? "",
            form?.Text("reason") ?? "", errors), PeoplePages.StatusOf(errors));

        (Func<Person, Actor, PersonOutcome>?, FieldErrors) Decide(IFormCollection form)
        {
            var (unit, errors) = (ChosenUnit.Of(form, map), new List<FieldError>());
            if (unit.Doubt is { } doubt)
                errors.Add(doubt);
            var (from, to) = (AdministrationErrors.Day(form.Text("from"), "from", errors), AdministrationErrors.Day(form.Text("to"), "to", errors));
            var role = Enum.TryParse<Role>(form.Text("role"), out var parsed) ? parsed : (Role?)null;
            return errors.Count > 0
                ? (null, new(errors))
                : ((known, by) => Granting.Grant(known, new(role, unit.Code, null, from, to, form.Text("reason")), by, map, clock.GetUtcNow()), FieldErrors.None);
        }
    }
}
