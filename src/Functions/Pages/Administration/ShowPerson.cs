using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>A person: what he may do, what he belongs to.</summary>
public sealed class ShowPerson(PageWriter pages, PeoplePages people, WhoAsks whoAsks, TimeProvider clock)
{
    [Function(nameof(ShowPerson))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/people/{person}")] HttpRequest request, string person, CancellationToken cancellationToken)
    {
        var (known, unknown) = await people.FindAsync(request, person, cancellationToken);
        if (known is null)
            return unknown!;
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        var (now, mayKnow) = (clock.GetUtcNow(), Registering.MayKnow(asker, known, people.Map));
        return pages.Show<PersonPage, PersonModel>(request, new(
            person, known,
            [.. known.Grants.OrderByDescending(grant => grant.IsOpenAt(now)).ThenBy(grant => grant.Id)
                .Select(grant => new GrantRow(grant, people.NameOf(grant.Authority.Unit), grant.HoldsAt(now), grant.IsOpenAt(now)))],
            mayKnow ? [.. known.Ties.Select((tie, index) => new TieRow(index, TitleInfo.Of(tie.Title).Name, people.NameOf(tie.Unit), tie.Name))] : null,
            asker.Has(Role.Administrator), asker.Has(Role.Administrator) && Registering.AnswersFor(asker, known, people.Map, now), asker.Id == known.Id));
    }
}
