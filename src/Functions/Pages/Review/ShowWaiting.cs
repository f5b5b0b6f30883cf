using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>What waits for whoever is signed in.</summary>
public sealed class ShowWaiting(PageWriter pages, WaitingCases queue, FilterCookie filters, PickedCookie picked, WhoAsks whoAsks, ReadLog reads, Rules rules, TimeProvider clock)
{
    [Function(nameof(ShowWaiting))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "review")] HttpRequest request, CancellationToken cancellationToken)
    {
        var person = whoAsks.Staff(request)!;
        var filter = filters.Read(request, person);
        if (QueueModels.Shown(request.Query["show"]) is { } show && show != filter.Show)
            filters.Write(request, person, filter = filter with { Show = show });
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var found = await queue.FindAsync(person, filter, page, cancellationToken, QueueAddress.Place(request));
        await reads.ListedAsync(person, found.Cases, cancellationToken);
        return pages.Show<WaitingPage, QueueModel>(
            request,
            QueueModels.Of(
                found, filter, person, rules, VietnamTime.DayOf(clock.GetUtcNow()), Notices.Of(request.Query["done"], request.Query["of"]), request.Query.ContainsKey("of"),
                picked.Read(request, person).ToHashSet(), request.Query["all"].ToString() switch { "1" => true, "0" => false, _ => null }, KeysCookie.AreOn(request)));
    }
}
