using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Notifications;

/// <summary>At seven in the morning of a working day, Vietnamese time: every office with a letter box is told how much waits for it, if anything does.</summary>
public sealed class WriteDigests(StaffContacts contacts, MessageTable messages, Rules rules, TimeProvider clock)
{
    // Run twice, or late after downtime, it writes the same letters: their ids hold the day.
    [Function(nameof(WriteDigests))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 0 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        var now = clock.GetUtcNow();
        var day = VietnamTime.DayOf(now);
        if (rules.Holidays.IsWorkingDay(day))
            await Task.WhenAll(contacts.Offices.Select(office => messages.TakeOverAsync(Delivery.OfDigest(day, office.Role, office.Unit, now), cancellationToken)));
    }
}
