using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certification.Stuck;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

public sealed class ShowStuckCases(PageWriter pages, StuckList list, WhoAsks whoAsks, Rules rules)
{
    private const int PageLength = 50;

    [Function(nameof(ShowStuckCases))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/stuck")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        DossierNumber? after = DossierNumber.TryParse(request.Query["after"], out var parsed) ? parsed : null;
        var part = await list.ReadAsync(person, after, PageLength, cancellationToken);
        return pages.Show<StuckPage, StuckModel>(request, new([.. part.Items.Select(Row)], part.Next?.ToString()));
    }

    private StuckRow Row(StuckCase stuck)
    {
        var since = VietnamTime.At(stuck.Since);
        return new(
            stuck.Dossier.ToString(), rules.Units.Nearest(stuck.Place.Unit, rules.MapDay(stuck.Place.At))?.FullName ?? stuck.Place.Unit, stuck.Reason.Sentence(),
            DateOnly.FromDateTime(since.DateTime), TimeOnly.FromDateTime(since.DateTime), stuck.Detail);
    }
}
