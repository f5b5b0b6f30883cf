using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>What is done and what is left. A question opens once those before it are answered: they decide what it asks.</summary>
public sealed class ApplyTasks(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyTasks))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "apply/tasks")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, elsewhere) = await drafts.OpenAsync(request, cancellationToken);
        if (stored is null)
            return elsewhere!;
        var steps = path.Steps(stored.Draft);
        var next = path.Next(stored.Draft);
        return pages.Show<TasksPage, TasksModel>(request, new(
            stored.Code.Grouped, VietnamTime.DayOf(stored.Draft.Expires),
            [.. steps.Select(step => new TaskRow(step.Address, step.Name, step.Done, step.Done || step.Address == next))], next, steps.All(step => step.Done)));
    }
}
