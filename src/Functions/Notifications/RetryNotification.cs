using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Notifications;

/// <summary>Sends a message again, now, that could not be sent: an address or a setting has been put right.</summary>
public sealed class RetryNotification(UndeliveredTable undelivered, WhoAsks whoAsks, CaseAccess access)
{
    [Function(nameof(RetryNotification))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notifications/{id}/retry")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        whoAsks.Staff(request) is not { } person
            ? Problems.From(Problems.SignInNeeded)
            : UndeliveredAnswers.From(await undelivered.RetryAsync(id, delivery => UndeliveredAnswers.BarAsync(access, person, delivery, cancellationToken), cancellationToken), Results.Accepted());
}
