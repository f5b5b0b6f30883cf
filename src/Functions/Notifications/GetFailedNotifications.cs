using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Notifications;

/// <summary>The messages that could not be sent, and why. Whom they were for is in the record of the case, not here.</summary>
public sealed class GetFailedNotifications(MessageTable messages)
{
    private const int MostItems = 200;

    [Function(nameof(GetFailedNotifications))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notifications/failures")] HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = int.TryParse(request.Query["limit"], out var asked) ? Math.Clamp(asked, 1, MostItems) : 50;
        var after = request.Query["after"].ToString() is var given && Delivery.IsId(given) ? given : null;
        var failures = await messages.ReadFailuresAsync(after, limit, cancellationToken);
        return Results.Json(new FailuresView([.. failures.Select(FailureView.Of)], failures.Count == limit ? failures[^1].Delivery.Id : null), Json.Options);
    }
}

public sealed record FailuresView(IReadOnlyList<FailureView> Items, string? Next);

/// <param name="Status">SMTP or HTTP status of the provider, where there was one.</param>
public sealed record FailureView(
    string Id, DossierNumber Dossier, NoticeKind Kind, string To, DateTimeOffset HappenedAt, FailureReason Reason, LocalText Sentence, int? Status, int Attempts, DateTimeOffset FailedAt)
{
    public static FailureView Of(Failure failure) => new(
        failure.Delivery.Id, failure.Delivery.Dossier, failure.Delivery.Notice.Kind, failure.Delivery.Notice.To.ToString(), failure.Delivery.Notice.At,
        failure.Reason, failure.Reason.Sentence(), failure.Status, failure.Delivery.Attempts, failure.FailedAt);
}
