using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;
using TitleCertification.Portal.Pages.RuleBook;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class EndPersonAuthority(PageWriter pages, PeoplePages people)
{
    private static readonly LocalText Heading = new("Chấm dứt thẩm quyền", "End an authority");

    [Function(nameof(EndPersonAuthority))]
    [Policy(Access.Staff, Role.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people/{person}/end/{authority:int}")] HttpRequest request, string person, int authority,
        CancellationToken cancellationToken)
    {
        return people.FormAsync(request, person, Show, form => ((known, by) => Granting.End(known, authority, new(form.Text("reason")), by, people.Map), FieldErrors.None), _ => "reason", cancellationToken);

        IResult Show(Person known, IFormCollection? form, FieldErrors errors)
        {
            if (known.Grants.FirstOrDefault(grant => grant.Id == authority) is not { } grant)
                return Problems.From(Problems.UnknownAddress);
            var (role, unit) = (RuleWords.Of(grant.Authority.Role), people.NameOf(grant.Authority.Unit).Name);
            return pages.Show<EndingPage, EndingModel>(
                request, new(person, known.Name, Heading, new($"{unit}: {role.Vi}", $"{unit}: {role.En}"), form?.Text("reason") ?? "", errors), PeoplePages.StatusOf(errors));
        }
    }
}
