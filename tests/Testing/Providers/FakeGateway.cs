using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TitleCertification.Testing.Providers;

/// <summary>A gateway for text messages on this machine. Keeps every request; answers as the test says.</summary>
public sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication server;

    private FakeGateway(WebApplication server) => this.server = server;

    public Uri Address => new(server.Urls.First());

    public ConcurrentQueue<GatewayRequest> Requests { get; } = new();

    /// <summary>Null: the connection is cut after the request was taken.</summary>
    public Func<GatewayRequest, GatewayReply?> Answer { get; set; } = _ => new(200);

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new FakeGateway(builder.Build());
        gateway.server.Run(gateway.AnswerAsync);
        await gateway.server.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var request = new GatewayRequest(headers["Idempotency-Key"]!, headers["X-Timestamp"]!, headers["X-Signature"]!, await reader.ReadToEndAsync());
        Requests.Enqueue(request);
        if (Answer(request) is not { } reply)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } after)
            context.Response.Headers.RetryAfter = after;
        if (reply.Location is { } location)
            context.Response.Headers.Location = location;
    }
}

public sealed record GatewayRequest(string Key, string Timestamp, string Signature, string Body);

public sealed record GatewayReply(int Status, string? RetryAfter = null, string? Location = null);
