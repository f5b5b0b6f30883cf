using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using SkiaSharp;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>Uploads against the service as a process: killed between pieces and while it puts the file together, and measured.</summary>
public class EvidenceTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Piece = 64 * 1024;

    private static byte[] Pdf(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return Pdfs.Of("<< /Type /Catalog /Pages 2 0 R >>", others: [Pdfs.Stream("", noise)]);
    }

    [Fact]
    public async Task Killed_BetweenPiecesAndAtAnyRequestOfTheLastOne_EndsWithTheFile()
    {
        using var before = new TemporaryDirectory();
        var content = Pdf(150_000);
        string ticket, upload;
        await using (var service = await ServiceProcess.StartAsync(before.Path))
        {
            using var client = new EvidenceClient(service.Address);
            ticket = await client.OpenAsync();
            upload = (await client.CreateAsync(ticket, content.Length, "a.pdf")).Location!;
            await client.PatchAsync(ticket, upload, 0, content[..Piece]);
            await client.PatchAsync(ticket, upload, Piece, content[Piece..(2 * Piece)]);
            await service.KillAsync();
        }

        var kills = 0;
        for (var request = 1; request < 100; request++)
        {
            using var data = Copy(before.Path);
            if (!await KilledAsync(data.Path, request, ticket, upload, content))
                break;
            kills++;
            await AssertResumesAsync(data.Path, ticket, upload, content);
        }

        // Finding the upload, storing the piece, reading the others, keeping the file, recording it, deleting three pieces: fewer kills mean that the fault was not injected.
        output.WriteLine($"{kills} kills");
        Assert.InRange(kills, 8, 90);
    }

    /// <returns>False when the upload was over before the service came to that request.</returns>
    private static async Task<bool> KilledAsync(string data, int request, string ticket, string upload, byte[] content)
    {
        ServiceProcess service;
        try
        {
            service = await ServiceProcess.StartAsync(data, settings: new Dictionary<string, string?> { ["FAULT_KILL_AT"] = request.ToString(CultureInfo.InvariantCulture) });
        }
        catch (InvalidOperationException)
        {
            // It died before it listened, at one of the requests of the start.
            return true;
        }

        await using (service)
        {
            using var client = new EvidenceClient(service.Address);
            try
            {
                var answer = await client.PatchAsync(ticket, upload, 2 * Piece, content[(2 * Piece)..]);
                Assert.Equal(HttpStatusCode.NoContent, answer.Status);
                return false;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await service.WaitForExitAsync();
                return true;
            }
        }
    }

    private static async Task AssertResumesAsync(string data, string ticket, string upload, byte[] content)
    {
        await using var service = await ServiceProcess.StartAsync(data);
        using var client = new EvidenceClient(service.Address);
        var offset = (int)(await client.HeadAsync(ticket, upload)).Offset!;
        Assert.True(offset == 2 * Piece || offset == content.Length, $"{offset} of {content.Length}");
        if (offset < content.Length)
            Assert.Equal(HttpStatusCode.NoContent, (await client.PatchAsync(ticket, upload, offset, content[offset..])).Status);

        var sha256 = (await client.GetAsync(ticket, upload)).Sha256;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), sha256);
        Assert.Equal(content, (await client.GetAsync(ticket, $"api/evidence/files/{sha256}")).Content);
        Assert.Single((await client.GetAsync(ticket, "api/evidence/files")).Json["files"]!.AsArray());
    }

    [Fact]
    public async Task Uploads_LargestFilesAtOnce_StayWithinMemory()
    {
        using var data = new TemporaryDirectory();
        await using var service = await ServiceProcess.StartAsync(data.Path);
        using var client = new EvidenceClient(service.Address);
        using var api = new ServiceApi(service.Address);
        var pdf = Pdf((10 * 1024 * 1024) - 2000);
        var photo = Pictures.Encode(SKEncodedImageFormat.Jpeg, 8000, 6000);
        var scan = Pictures.PngOf(7000, 5700, new byte[((7000 / 8) + 1) * 5700], depth: 1, colour: 0);
        async Task<long> RoundAsync()
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            {
                var content = (number % 4) switch { 0 => photo, 1 => scan, _ => pdf };
                Assert.Equal(HttpStatusCode.OK, (await client.UploadAsync(await client.OpenAsync(), content)).Status);
            });
            return Peak(service);
        }

        var (start, first, second) = (Peak(service), await RoundAsync(), await RoundAsync());

        var managed = (await api.GetAsync("api/testing/counters")).Json["managedMemory"]!.GetValue<long>();
        output.WriteLine($"peak {first >> 20} MiB after 24 files, {second >> 20} MiB after 48; {start >> 20} MiB before; managed {managed >> 20} MiB at the end");
        // Eight callers, two files being examined, one image of 40 million pixels decoded (some 240 MiB), and what the allocators keep: whatever is sent at once, and however often.
        Assert.InRange(second, 0, 900L << 20);
        Assert.InRange(second - first, 0, 200L << 20);
        Assert.InRange(managed, 0, 300L << 20);
    }

    private static long Peak(ServiceProcess service)
    {
        using var process = Process.GetProcessById(service.Id);
        return process.PeakWorkingSet64;
    }

    private static TemporaryDirectory Copy(string from)
    {
        var copy = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Path, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }
}
