using Azure;
using Azure.Identity;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>What a failed request to Azure Storage means to the app.</summary>
internal static class AzureFailure
{
    /// <summary>True when the outcome is an outage, not an answer and not a mistake of ours.</summary>
    public static bool IsOutage(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        // 0: no answer at all. 401 and 403 are a matter of keys, clocks and roles, which change while we run.
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        AuthenticationFailedException => true,
        AggregateException => true, // the reading client gave up after its last attempt
        OperationCanceledException => !cancellationToken.IsCancellationRequested, // the client's own time limit
        IOException or HttpRequestException => true,
        _ => false,
    };

    public static StorageUnavailableException Outage(Uri service, Exception exception)
    {
        var place = service.GetLeftPart(UriPartial.Path);
        return new(Innermost(exception) switch
        {
            RequestFailedException { Status: 401 or 403 } => $"The storage at {place} refuses us: check the key or the role assignments of the identity, and the clock.",
            AuthenticationFailedException => $"No identity could be had to open the storage at {place}.",
            RequestFailedException { Status: > 0 } failed => $"The storage at {place} answered {failed.Status} ({failed.ErrorCode}).",
            OperationCanceledException => $"The storage at {place} did not answer in time.",
            _ => $"The storage at {place} cannot be reached.",
        }, exception);
    }

    /// <summary>A table or container that nobody has prepared.</summary>
    public static InvalidOperationException NotPrepared(string name, Exception inner) => new($"The table or container '{name}' was not prepared.", inner);

    private static Exception Innermost(Exception exception) => exception is AggregateException { InnerExceptions: [.., var last] } ? last : exception;
}
