using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class RemovePersonTie(PageWriter pages, PeoplePages people, WhoAsks whoAsks)
{
    private static readonly LocalText Heading = new("Gỡ mối liên hệ", "Remove what a person belongs to");

    [Function(nameof(RemovePersonTie))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people/{person}/ties/{tie:int}/remove")] HttpRequest request, string person, int tie, CancellationToken cancellationToken)
    {
        return people.FormAsync(request, person, Show, Decide, _ => "reason", cancellationToken);

        IResult Show(Person known, IFormCollection? form, FieldErrors errors)
        {
            if (whoAsks.Staff(request) is not { } asker || !Registering.MayKnow(asker, known, people.Map) || known.Ties.ElementAtOrDefault(tie) is not { } found)
                return Problems.From(Problems.UnknownAddress);
            var (title, where) = (TitleInfo.Of(found.Title).Name, $"{found.Name}, {people.NameOf(found.Unit).Name}");
            return pages.Show<EndingPage, EndingModel>(
                request, new(person, known.Name, Heading, new($"{title.Vi}: {where}", $"{title.En}: {where}"), form?.Text("reason") ?? "", errors), PeoplePages.StatusOf(errors));
        }

        (Func<Person, Actor, PersonOutcome>?, FieldErrors) Decide(IFormCollection form) => ((known, by) => known.Ties.ElementAtOrDefault(tie) is { } found
            ? Registering.RemoveTie(known, new(found.Title.ToString(), found.Unit, found.Name, form.Text("reason")), by, people.Map)
            : new PersonOutcome.AlreadyDone(), FieldErrors.None);
    }
}
