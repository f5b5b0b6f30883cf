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
        var (waiting, late, dueToday, after) = (0, 0, 0, (string?)null);
        do
        {
            var page = await queues.ReadAsync(office.Role, office.Unit!, after, PageSize, cancellationToken);
            waiting += page.Items.Count;
            late += page.Items.Count(item => item.DueOn < today);
            dueToday += page.Items.Count(item => item.DueOn == today);
            after = page.Next;
        }
        while (after is not null);

        return new(rules.Units.Nearest(office.Unit, rules.MapDay(now))?.FullName ?? office.Unit!, today, waiting, late, dueToday, new(rules.PublicBaseUrl, "/review"));
    }
}
