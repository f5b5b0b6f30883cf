using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

public sealed class GetWaitingApplications(WorkQueueTable queues, WhoAsks whoAsks, ReadLog reads, TimeProvider clock)
{
    private const int MostItems = 200;

    [Function(nameof(GetWaitingApplications))]
    [Policy(Access.Staff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/queues/{role}/{unit}")] HttpRequest request,
        string role, string unit, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        if (!Enum.TryParse<Role>(role, out var parsed) || parsed.ToString() != role)
            return Problems.From(Problems.UnknownQueue);
        if (!person.Has(parsed, unit))
            return Problems.From(Problems.OutsideArea);

        var limit = int.TryParse(request.Query["limit"], out var asked) ? Math.Clamp(asked, 1, MostItems) : 50;
        var after = request.Query["after"].ToString() is var given && QueueKey.IsRow(given) ? given : null;
        var page = await queues.ReadAsync(parsed, unit, after, limit, cancellationToken);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        var shown = page.Items.Where(item => !item.IsHiddenFrom(person)).ToList();
        await reads.ListedAsync(person, parsed, unit, [.. shown.Select(item => item.Dossier)], cancellationToken);
        return Results.Json(new QueueView([.. shown.Select(item => QueueItemView.Of(item, today))], page.Next), Json.Options);
    }
}

public sealed record QueueView(IReadOnlyList<QueueItemView> Items, string? Next);

public sealed record QueueItemView(
    string Dossier, string Stage, Domain.Titles.TitleKind Title, string Holder, string Unit, DateOnly DueOn, bool Late, bool DueToday, bool Reminded, bool Escalated)
{
    public static QueueItemView Of(QueueItem item, DateOnly today) => new(
        item.Dossier, item.Stage, item.Title, item.Holder, item.Unit, item.DueOn, item.DueOn < today, item.DueOn == today, item.Reminded, item.Escalated);
}
