namespace TitleCertification.Testing;

/// <summary>Lets a test project look at every answer its tests get: all clients of the tests send through it.</summary>
public sealed class WatchedRequests(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Asked with every request and its answer. What it throws fails the test that has sent it.</summary>
    public static Func<HttpRequestMessage, HttpResponseMessage, Task>? Watch { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var watch = Watch;
        // What has been sent can be read again only if it was kept.
        if (watch is not null && request.Content is { } content && content.Headers.ContentType?.MediaType == "application/json")
            await content.LoadIntoBufferAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (watch is not null)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            await watch(request, response);
        }

        return response;
    }
}
