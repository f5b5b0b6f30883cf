using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Notifications;

/// <summary>Takes a message off the list that is not to be sent any more: whom it was for has been told in another way.</summary>
public sealed class GiveUpNotification(UndeliveredTable undelivered, WhoAsks whoAsks, CaseAccess access)
{
    [Function(nameof(GiveUpNotification))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notifications/{id}/give-up")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        whoAsks.Staff(request) is not { } person
            ? Problems.From(Problems.SignInNeeded)
            : UndeliveredAnswers.From(await undelivered.GiveUpAsync(id, person.Id, delivery => UndeliveredAnswers.BarAsync(access, person, delivery, cancellationToken), cancellationToken), Results.NoContent());
}
