using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Notifications;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Notifications;

/// <summary>Counts what waits for an office.</summary>
public sealed class DigestWriter(WorkQueueTable queues, Rules rules, TimeProvider clock)
{
    private const int PageSize = 1000;

    public async Task<QueueDigest> WriteAsync(Audience office, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var since = WorkingDays.Before(today, 1, rules.Holidays);
        var (waiting, arrived, late, dueToday, after) = (0, 0, 0, 0, (string?)null);
        do
        {
            var page = await queues.ReadAsync(office.Role, office.Unit!, after, PageSize, cancellationToken);
            waiting += page.Items.Count;
            arrived += page.Items.Count(item => HasCome(item, since));
            late += page.Items.Count(item => item.DueOn < today);
            dueToday += page.Items.Count(item => item.DueOn == today);
            after = page.Next;
        }
        while (after is not null);

        return new(rules.Units.Nearest(office.Unit, rules.MapDay(now))?.FullName ?? office.Unit!, today, since, waiting, arrived, late, dueToday, new(rules.PublicBaseUrl, "/review"));
    }

    /// <summary>
    /// Has the case come to the office on the day or later? A row does not say when, but when it is due: as many working days after it came as the route gives. One that
    /// came back from a correction, or from another body, has the due day it had, and was told of already.
    /// </summary>
    private bool HasCome(QueueItem item, DateOnly day) =>
        item is { Corrections: 0, Level: { } level, SubmittedOn: { } submitted }
        && rules.Current.RouteFor(item.Title, level, rules.MapDay(submitted))?.Stages.FirstOrDefault(stage => stage.Code == item.Stage) is { WorkingDays: { } days }
        && item.DueOn >= WorkingDays.Add(day, days, rules.Holidays);
}
