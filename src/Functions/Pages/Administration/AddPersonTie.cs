using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class AddPersonTie(PageWriter pages, PeoplePages people)
{
    [Function(nameof(AddPersonTie))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people/{person}/ties")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        var map = people.Map;
        return people.FormAsync(request, person, Show, Decide, PeoplePages.FieldOf, cancellationToken);

        IResult Show(Person known, IFormCollection? form, FieldErrors errors) => pages.Show<TiePage, TieModel>(request, new(
            person, known.Name, form?.Text("title"), form?.Text("unit") ?? "", form is null ? [] : ChosenUnit.Of(form, map, hamlets: true).Hits, form?.Text("name") ?? "", form?.Text("reason") ?? "", errors),
            PeoplePages.StatusOf(errors));

        (Func<Person, Actor, PersonOutcome>?, FieldErrors) Decide(IFormCollection form)
        {
            var unit = ChosenUnit.Of(form, map, hamlets: true);
            return unit.Doubt is { } doubt
                ? (null, new([doubt]))
                : ((known, by) => Registering.RecordTie(known, new(form.Text("title"), unit.Code, form.Text("name"), form.Text("reason")), by, map), FieldErrors.None);
        }
    }
}
