using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>
/// ClamAV's daemon over TCP (command INSTREAM), at the address that the setting <c>Scanner__Address</c> gives as host:port. Without the setting nothing is
/// scanned, and files say so; with it no file is taken without a verdict.
/// </summary>
public sealed class VirusScanner
{
    public const string Setting = "Scanner:Address";
    private const int ChunkBytes = 64 * 1024;
    private const int LongestAnswer = 1024;

    private readonly (string Host, int Port)? address;
    private readonly TimeSpan patience;

    /// <exception cref="SettingException">The address is not host:port, or the time limit is not a number of seconds.</exception>
    public VirusScanner(IConfiguration configuration)
    {
        address = configuration[Setting] is { Length: > 0 } given ? Parse(given) : null;
        patience = configuration["Scanner:Seconds"] is not { Length: > 0 } seconds ? TimeSpan.FromSeconds(30)
            : double.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 600 ? TimeSpan.FromSeconds(number)
            : throw new SettingException($"Scanner__Seconds is '{seconds}'; it must be a number of seconds up to 600.");
    }

    public bool IsConfigured => address is not null;

    /// <returns>What was found, or null for nothing, also where no scanner is configured.</returns>
    /// <exception cref="ScannerUnavailableException">No verdict.</exception>
    public async Task<string?> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (address is null)
            return null;
        var answer = await AskAsync("zINSTREAM\0", content, cancellationToken);
        const string Found = " FOUND", Stream = "stream: ";
        return answer switch
        {
            "stream: OK" => null,
            _ when answer.StartsWith(Stream, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) => Printable(answer[Stream.Length..^Found.Length]),
            _ => throw new ScannerUnavailableException($"The virus scanner answered '{Printable(answer)}'."),
        };
    }

    /// <summary>Does the scanner answer at all? False where none is configured.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return address is not null && await AskAsync("zPING\0", null, cancellationToken) == "PONG";
        }
        catch (ScannerUnavailableException)
        {
            return false;
        }
    }

    private async Task<string> AskAsync(string command, ReadOnlyMemory<byte>? content, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address!.Value.Host, address.Value.Port, limit.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), limit.Token);
            if (content is { } bytes)
                await SendAsync(stream, bytes, limit.Token);
            return await ReadAnswerAsync(stream, limit.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ScannerUnavailableException("The virus scanner does not answer.", e);
        }
    }

    private static async Task SendAsync(NetworkStream stream, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var length = new byte[4];
        for (var at = 0; at < content.Length; at += ChunkBytes)
        {
            var chunk = content.Slice(at, Math.Min(ChunkBytes, content.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
            await stream.WriteAsync(length, cancellationToken);
            await stream.WriteAsync(chunk, cancellationToken);
        }

        await stream.WriteAsync(new byte[4], cancellationToken);
    }

    /// <summary>Up to the zero byte: an answer that breaks off before it is none, however it begins.</summary>
    private static async Task<string> ReadAnswerAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var read = await stream.ReadAsync(answer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new ScannerUnavailableException("The virus scanner broke off.");
            var end = answer.AsSpan(length, read).IndexOf((byte)0);
            if (end >= 0)
                return Encoding.UTF8.GetString(answer, 0, length + end);
            length += read;
        }

        throw new ScannerUnavailableException("The virus scanner's answer does not end.");
    }

    private static string Printable(string text) => string.Concat(text.Where(c => !char.IsControl(c)).Take(100));

    private static (string Host, int Port) Parse(string given)
    {
        var colon = given.LastIndexOf(':');
        return colon > 0 && int.TryParse(given[(colon + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? (given[..colon].Trim('[', ']'), port)
            : throw new SettingException($"Scanner__Address is '{given}'; it must be host:port of a ClamAV daemon, for example clamav:3310.");
    }
}

/// <summary>No verdict: whoever asked may ask again, and takes nothing meanwhile.</summary>
public sealed class ScannerUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
