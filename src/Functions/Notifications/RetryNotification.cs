using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Notifications;

/// <summary>Sends a message again that could not be sent: an address or a setting has been put right.</summary>
public sealed class RetryNotification(MessageTable messages)
{
    [Function(nameof(RetryNotification))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notifications/{id}/retry")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        _ = request;
        return await messages.RetryAsync(id, cancellationToken) switch
        {
            RetryResult.Waiting => Results.Accepted(),
            RetryResult.NotFailed => Problems.From(Problems.NotFailed),
            _ => Problems.From(Problems.UnknownNotification),
        };
    }
}
