using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>Who holds which role in a unit today; the asker's own unit where he names none. Sent with somebody's id, it leads to him.</summary>
public sealed class ShowPeople(PageWriter pages, PageForms forms, PeoplePages shared, PeopleTable people, WhoAsks whoAsks)
{
    [Function(nameof(ShowPeople))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        var errors = FieldErrors.None;
        if (HttpMethods.IsPost(request.Method))
        {
            var (form, problem) = await forms.ReadAsync(request, cancellationToken);
            if (form is null)
                return problem!;
            var id = form.Text("id");
            if ((await people.ReadAsync(PeopleTable.KeyOf(id), cancellationToken)).Person is not null)
                return See.Other($"/manage/people/{PeopleTable.KeyOf(id)}");
            errors = FieldErrors.Of("id", AdministrationErrors.UnknownId);
        }

        var (map, typed) = (shared.Map, request.Query["unit"].ToString().Trim());
        var own = asker.Authorities.First(authority => authority.Role is Role.Administrator or Role.Auditor).Unit;
        var chosen = ChosenUnit.Of(typed.Length > 0 ? typed : own, request.Query["unitCode"].ToString(), map);
        if (chosen.Error is { } error)
            errors = new([error]);
        var roles = new List<RoleHolders>();
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.Applicant && chosen.Unit is not null))
        {
            var holders = await people.HoldersAsync(role, chosen.Unit!.Code, cancellationToken);
            roles.Add(new(role, [.. holders.Select(holder => new PersonName(PeopleTable.KeyOf(holder.Id), holder.Name))]));
        }

        return pages.Show<PeoplePage, PeopleModel>(request, new(
            typed, chosen.Unit is { } unit ? new(unit.Code, map.PathName(unit.Code)) : null, chosen.Hits,
            chosen.Unit is null ? [] : [.. map.Children(chosen.Unit.Code).Select(below => new UnitName(below.Code, below.FullName))], roles, asker.Has(Role.Administrator), errors), HttpMethods.IsPost(request.Method) ? PeoplePages.StatusOf(errors) : StatusCodes.Status200OK);
    }
}
