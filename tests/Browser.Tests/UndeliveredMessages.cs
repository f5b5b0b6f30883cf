using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;
using TitleCertification.Testing;
using Json = TitleCertification.Functions.Json;

namespace TitleCertification.Browser.Tests;

/// <summary>Messages that could not be sent, for their page to show: where messages land in a mailbox none ever fails.</summary>
internal static class UndeliveredMessages
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);

    public static async Task PrepareAsync(string data)
    {
        using var storage = LocalFiles.Open(data);
        await storage.PrepareAsync(TableNames.All, ContainerNames.All);
        Delivery[] failed = [Of(1, NoticeKind.Received, Audience.Applicant, new(FailureReason.Rejected, 550, At)), Of(2, NoticeKind.StageOverdue, new(Role.Administrator, "36"), new(FailureReason.NoAddress, null, At))];
        var retried = Of(3, NoticeKind.ReviewReminder, new(Role.DistrictReviewer, "361"), new(FailureReason.Unreachable, null, At));
        await storage.Tables.CommitAsync(TableNames.Messages, "messages",
        [
            .. failed.Select(delivery => new RowChange.Insert($"failed:{delivery.Id}", Json.Write(delivery))),
            new RowChange.Insert($"due:20991231000000000:{retried.Id}", Json.Write(retried)),
        ]);
    }

    private static Delivery Of(int order, NoticeKind kind, Audience to, Setback setback) =>
        new(DossierNumber.Create("H40.361", new(2026, 1, 5), order), new(2, kind, to, At), new("361-tt-lieu-de", At), 9, setback);
}
