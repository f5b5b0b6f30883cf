using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TitleCertification.Testing.Providers;

/// <summary>A mail server on this machine that takes letters, or does not, as the test says.</summary>
public sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private int connections;

    public FakeSmtp()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Letters it has taken, as they came.</summary>
    public ConcurrentQueue<string> Accepted { get; } = new();

    /// <summary>What it answers to a line of the client, or to "." at the end of a letter; null for the usual.</summary>
    public Func<string, Reaction?> React { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        using (client)
        await using (var stream = client.GetStream())
        using (var reader = new StreamReader(stream, Encoding.Latin1))
        {
            try
            {
                await WriteAsync(stream, "220 fake");
                while (await reader.ReadLineAsync(stopping.Token) is { } line)
                {
                    var letter = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) && React(line) is null ? await TakeAsync(stream, reader) : null;
                    var reaction = React(letter is null ? line : ".") ?? new(letter is null ? Usual(line) : "250 taken");
                    if (letter is not null && (reaction.Reply?.StartsWith('2') ?? reaction.Takes))
                        Accepted.Enqueue(letter);
                    if (reaction.Reply is null)
                        return;
                    await WriteAsync(stream, reaction.Reply);
                    if (reaction.Reply.StartsWith("221", StringComparison.Ordinal))
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<string> TakeAsync(NetworkStream stream, StreamReader reader)
    {
        await WriteAsync(stream, "354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            letter.AppendLine(line);
        return letter.ToString();
    }

    private static string Usual(string line) => line.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => "250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME",
        "QUIT" => "221 bye",
        "AUTH" => "235 welcome",
        _ => "250 ok",
    };

    private static Task WriteAsync(NetworkStream stream, string reply) => stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n")).AsTask();
}

/// <param name="Reply">Null: the connection is cut.</param>
/// <param name="Takes">For a cut at the end of a letter: it has been taken nevertheless.</param>
public sealed record Reaction(string? Reply, bool Takes = false)
{
    public static Reaction Cut { get; } = new((string?)null);

    public static Reaction TakeAndCut { get; } = new(null, Takes: true);
}
