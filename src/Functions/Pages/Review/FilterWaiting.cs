using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Takes the filter of the queue and shows what it leaves.</summary>
public sealed class FilterWaiting(PageForms forms, FilterCookie filters, WhoAsks whoAsks)
{
    private const int LongestText = 100;

    [Function(nameof(FilterWaiting))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/filter")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var person = whoAsks.Staff(request)!;
        filters.Write(request, person, form.Text("clear").Length > 0 ? QueueFilter.All : filters.Read(request, person) with
        {
            Title = TitleInfo.TryFromCode(form.Text("title"), out var title) ? title : null,
            Level = Enum.TryParse<HolderLevel>(form.Text("level"), out var level) && Enum.IsDefined(level) ? level : null,
            Stage = form.Text("stage") is { Length: > 0 and <= 40 } stage ? stage : null,
            Text = form.Text("text") is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestText)] : null,
        });
        return See.Other("/review");
    }
}
