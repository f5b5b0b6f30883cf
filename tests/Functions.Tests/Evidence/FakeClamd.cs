using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>The daemon of a virus scanner, on the loopback address: it reads what is sent and answers what the test says.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    public const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Task serving;

    public FakeClamd()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Files that it was asked to look at.</summary>
    public int Scans { get; private set; }

    /// <summary>What it answers to a file; null keeps silent for ever. Closes the connection afterwards.</summary>
    public Func<byte[], string?> Answer { get; set; } = content =>
        Encoding.Latin1.GetString(content).Contains(Eicar, StringComparison.Ordinal) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";

    /// <summary>Closes the connection after the command, before the file has been read.</summary>
    public bool HangsUp { get; set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await serving;
        ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ended.Token);
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // The caller has gone.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        var command = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, ended.Token) > 0 && one[0] != 0)
            command.Add(one[0]);
        switch (Encoding.ASCII.GetString([.. command]))
        {
            case "zPING":
                await stream.WriteAsync("PONG\0"u8.ToArray(), ended.Token);
                return;
            case "zINSTREAM" when !HangsUp:
                var content = await ReadAsync(stream);
                Scans++;
                if (Answer(content) is { } answer)
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), ended.Token);
                else
                    await Task.Delay(Timeout.Infinite, ended.Token);
                return;
        }
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, ended.Token);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0)
                return content.ToArray();
            var chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk, ended.Token);
            content.Write(chunk);
        }
    }
}
