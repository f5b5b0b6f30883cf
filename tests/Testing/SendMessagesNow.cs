using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Testing;

/// <summary>Sends what is due, without waiting for the timer, and says how many are left.</summary>
public sealed class SendMessagesNow(Post post, ITables tables)
{
    [Function(nameof(SendMessagesNow))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/testing/messages")] HttpRequest request, CancellationToken cancellationToken)
    {
        _ = request;
        await post.SendDueAsync(cancellationToken);
        return Results.Json((await tables.ReadRangeAsync(TableNames.Messages, "messages", "due:", "due;", 1000, cancellationToken)).Count);
    }
}
