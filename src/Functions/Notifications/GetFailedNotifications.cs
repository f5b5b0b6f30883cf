using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Notifications;

/// <summary>The messages of the administrator's area that could not be sent, and why. Whom they were for is in the record of the case, not here.</summary>
public sealed class GetFailedNotifications(UndeliveredTable undelivered, WhoAsks whoAsks, CaseAccess access)
{
    private const int MostItems = 200;

    [Function(nameof(GetFailedNotifications))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notifications/failures")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var limit = int.TryParse(request.Query["limit"], out var asked) ? Math.Clamp(asked, 1, MostItems) : 50;
        var after = UndeliveredPage.IsNext(request.Query["after"].ToString()) ? request.Query["after"].ToString() : null;
        var page = request.Query["state"] == "retrying"
            ? await undelivered.ReadRetryingAsync(Mine, after, limit, cancellationToken)
            : await undelivered.ReadFailedAsync(Mine, after, limit, cancellationToken);
        var shown = await access.WithoutConflictsAsync(person, page.Items, item => item.Dossiers, cancellationToken);
        return Results.Json(new FailuresView([.. shown.Select(FailureView.Of)], page.Next), Json.Options);

        bool Mine(Place place) => access.Administers(person, place);
    }
}

public sealed record FailuresView(IReadOnlyList<FailureView> Items, string? Next);

/// <param name="Unit">The unit that the case is of.</param>
/// <param name="Status">SMTP or HTTP status of the provider, where there was one.</param>
/// <param name="NextAttemptAt">Of one that is tried again by itself.</param>
public sealed record FailureView(
    string Id, DossierNumber? Dossier, NoticeKind Kind, string To, string Unit, DateTimeOffset HappenedAt, FailureReason Reason, LocalText Sentence, int? Status, int Attempts,
    DateTimeOffset FailedAt, DateTimeOffset? NextAttemptAt)
{
    public static FailureView Of(Undelivered undelivered)
    {
        var (delivery, setback) = (undelivered.Delivery, undelivered.Delivery.Setback!);
        return new(
            delivery.Id, delivery.Dossier, delivery.Notice.Kind, delivery.Notice.To.ToString(), delivery.Place.Unit, delivery.Notice.At, setback.Reason, setback.Reason.Sentence(), setback.Status,
            delivery.Attempts, setback.At, undelivered.NextAttemptAt);
    }
}
