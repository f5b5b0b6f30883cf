using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>Null: it speaks in the open alone. Set before the first connection.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Encrypted from the first byte, and not only once the client asks for it.</summary>
    public bool FromTheFirstByte { get; init; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Letters it has taken, as they came.</summary>
    public ConcurrentQueue<string> Accepted { get; } = new();

    /// <summary>Every line of clients that came in the open.</summary>
    public ConcurrentQueue<string> InTheOpen { get; } = new();

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
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (FromTheFirstByte)
                    stream = await SecureAsync(stream);
                await WriteAsync(stream, "220 fake");
                if (await ConverseAsync(stream))
                    await ConverseAsync(await SecureAsync(stream));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    /// <returns>Whether the client has asked to go on encrypted.</returns>
    private async Task<bool> ConverseAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            if (stream is not SslStream)
                InTheOpen.Enqueue(line);
            var letter = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) && React(line) is null ? await TakeAsync(stream, reader) : null;
            var reaction = React(letter is null ? line : ".") ?? new(letter is null ? Usual(line, stream is not SslStream && Certificate is not null) : "250 taken");
            if (letter is not null && (reaction.Reply?.StartsWith('2') ?? reaction.Takes))
                Accepted.Enqueue(letter);
            if (reaction.Reply is null)
                return false;
            await WriteAsync(stream, reaction.Reply);
            if (reaction.Reply.StartsWith("221", StringComparison.Ordinal))
                return false;
            if (line.StartsWith("STARTTLS", StringComparison.OrdinalIgnoreCase) && reaction.Reply.StartsWith("220", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stopping.Token);
        return secure;
    }

    private async Task<string> TakeAsync(Stream stream, StreamReader reader)
    {
        await WriteAsync(stream, "354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
            letter.AppendLine(line);
        return letter.ToString();
    }

    private static string Usual(string line, bool offersTls) => line.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => $"250-fake\r\n{(offersTls ? "250-STARTTLS\r\n" : "")}250-AUTH PLAIN\r\n250 8BITMIME",
        "STARTTLS" when offersTls => "220 go on",
        "QUIT" => "221 bye",
        "AUTH" => "235 welcome",
        _ => "250 ok",
    };

    private static Task WriteAsync(Stream stream, string reply) => stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n")).AsTask();
}

/// <param name="Reply">Null: the connection is cut.</param>
/// <param name="Takes">For a cut at the end of a letter: it has been taken nevertheless.</param>
public sealed record Reaction(string? Reply, bool Takes = false)
{
    public static Reaction Cut { get; } = new((string?)null);

    public static Reaction TakeAndCut { get; } = new(null, Takes: true);
}
