using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>The upload protocol, as its callers see it.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const int MiB = 1024 * 1024;
    private App app = null!;
    private EvidenceClient client = null!;
    private string ticket = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync();
        client = new EvidenceClient(app.Api.Address);
        ticket = await client.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>A PDF of some length that cannot be compressed, so that what is kept is what was sent.</summary>
    private static byte[] Pdf(int length, int seed = 1)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return Pdfs.Of("<< /Type /Catalog /Pages 2 0 R >>", others: [Pdfs.Stream("", noise)]);
    }

    [Fact]
    public async Task Upload_InPieces_IsKeptAndServedSafely()
    {
        var content = Pdf(2_500_000);

        var done = await client.UploadAsync(ticket, content, "Kế hoạch.pdf.exe");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), done.Sha256);
        Assert.Equal("""{"sha256":"…","name":"Kế hoạch.pdf","type":"application/pdf","size":…,"scanned":false}"""
            .Replace("…\"", $"{done.Sha256}\"", StringComparison.Ordinal).Replace("…", $"{content.Length}", StringComparison.Ordinal), done.Json["file"]!.ToJsonString(Json.Options));
        var served = await client.GetAsync(ticket, $"api/evidence/files/{done.Sha256}");
        Assert.True(content.AsSpan().SequenceEqual(served.Content));
        Assert.Equal("application/pdf", served.Headers["Content-Type"]);
        Assert.Equal("nosniff", served.Headers["X-Content-Type-Options"]);
        Assert.StartsWith("default-src 'none'", served.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.StartsWith("inline", served.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patch_AnswerLost_MayBeSentAgain()
    {
        var content = Pdf(2_500_000);
        var upload = (await client.CreateAsync(ticket, content.Length)).Location!;
        await client.PatchAsync(ticket, upload, 0, content[..MiB]);

        var again = await client.PatchAsync(ticket, upload, 0, content[..MiB]);
        var other = await client.PatchAsync(ticket, upload, 0, content[1..(MiB + 1)]);
        var ahead = await client.PatchAsync(ticket, upload, 2 * MiB, content[(2 * MiB)..]);

        Assert.Equal((HttpStatusCode.NoContent, MiB), (again.Status, again.Offset));
        Assert.Equal(("upload_offset_wrong", MiB), (other.Code, other.Offset));
        Assert.Equal(("upload_offset_wrong", MiB), (ahead.Code, ahead.Offset));
        Assert.Equal(MiB, (await client.HeadAsync(ticket, upload)).Offset);
        await client.PatchAsync(ticket, upload, MiB, content[MiB..(2 * MiB)]);
        var last = await client.PatchAsync(ticket, upload, 2 * MiB, content[(2 * MiB)..]);
        var lastAgain = await client.PatchAsync(ticket, upload, 2 * MiB, content[(2 * MiB)..]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), last.Headers["Evidence-Sha256"]);
        Assert.Equal((last.Status, last.Offset, last.Headers["Evidence-Sha256"]), (lastAgain.Status, lastAgain.Offset, lastAgain.Headers["Evidence-Sha256"]));
    }

    [Fact]
    public async Task Patch_ManyAtOnce_MakeOneFile()
    {
        var content = Pdf(1_500_000);
        var upload = (await client.CreateAsync(ticket, content.Length)).Location!;

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PatchAsync(ticket, upload, 0, content[..MiB])));
        var last = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PatchAsync(ticket, upload, MiB, content[MiB..])));
        Assert.Equal([], last.Select(answer => answer.Code).OfType<string>());

        Assert.All(first, answer => Assert.Equal((HttpStatusCode.NoContent, MiB), (answer.Status, answer.Offset)));
        Assert.All(last, answer => Assert.Equal((HttpStatusCode.NoContent, content.Length), (answer.Status, answer.Offset)));
        Assert.Single((await client.GetAsync(ticket, "api/evidence/files")).Json["files"]!.AsArray());
    }

    [Fact]
    public async Task Upload_ManyFilesAtOnce_AllArrive()
    {
        var files = Enumerable.Range(1, 6).Select(seed => Pdf(200_000, seed)).ToList();

        var done = await Task.WhenAll(files.Select(file => client.UploadAsync(ticket, file, piece: 64 * 1024)));

        Assert.Equal(files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file))), done.Select(answer => answer.Sha256));
    }

    [Fact]
    public async Task Patch_ConnectionBreaks_KeepsWhatArrived()
    {
        var content = Pdf(900_000);
        var upload = (await client.CreateAsync(ticket, content.Length)).Location!;
        // What has arrived before the end is kept, not what is still on its way: the service is given longer and longer to read.
        for (var patience = 100; (await client.HeadAsync(ticket, upload)).Offset == 0; patience *= 2)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, app.Api.Address.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"PATCH {upload} HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nX-Evidence-Ticket: {ticket}\r\nUpload-Offset: 0\r\n"
                + $"Content-Type: application/offset+octet-stream\r\nContent-Length: {content.Length}\r\n\r\n"));
            await socket.GetStream().WriteAsync(content.AsMemory(0, 300_000));
            await Task.Delay(patience);
            socket.Close();
            await Task.Delay(patience);
            Assert.InRange(patience, 0, 10_000);
        }

        var offset = (int)(await client.HeadAsync(ticket, upload)).Offset!;
        Assert.InRange(offset, 32 * 1024, 300_000);
        await client.PatchAsync(ticket, upload, offset, content[offset..]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), (await client.GetAsync(ticket, upload)).Sha256);
    }

    [Fact]
    public async Task Patch_Checksum_IsCompared()
    {
        var content = Pdf(100_000);
        var upload = (await client.CreateAsync(ticket, content.Length)).Location!;

        Assert.Equal("upload_checksum_wrong", (await client.PatchAsync(ticket, upload, 0, content, "sha256 AAAA")).Code);
        Assert.Equal("upload_header_wrong", (await client.PatchAsync(ticket, upload, 0, content, "md5 AAAA")).Code);
        Assert.Equal(0, (await client.HeadAsync(ticket, upload)).Offset);
#pragma warning disable CA5350
        Assert.Equal(HttpStatusCode.NoContent, (await client.PatchAsync(ticket, upload, 0, content, $"sha1 {Convert.ToBase64String(SHA1.HashData(content))}")).Status);
#pragma warning restore CA5350
    }

    [Fact]
    public async Task Upload_AnnouncedHash_IsHeldTo()
    {
        var content = Pdf(100_000);
        var upload = (await client.CreateAsync(ticket, content.Length, sha256: new string('0', 64))).Location!;

        Assert.Equal("evidence_damaged", (await client.PatchAsync(ticket, upload, 0, content)).Code);
        Assert.Equal("upload_header_wrong", (await client.CreateAsync(ticket, 100, sha256: "../x")).Code);
    }

    [Fact]
    public async Task Refused_File_SaysSoAgainAndLeavesNothing()
    {
        var content = Pdfs.Of("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>");
        var upload = (await client.CreateAsync(ticket, content.Length, "a.pdf")).Location!;

        Assert.Equal("evidence_pdf_unsafe", (await client.PatchAsync(ticket, upload, 0, content)).Code);
        Assert.Equal("evidence_pdf_unsafe", (await client.PatchAsync(ticket, upload, 0, content)).Code);
        Assert.Equal("evidence_pdf_unsafe", (await client.GetAsync(ticket, upload)).Code);
        Assert.Equal(422, (int)(await client.HeadAsync(ticket, upload)).Status);
        Assert.Empty((await client.GetAsync(ticket, "api/evidence/files")).Json["files"]!.AsArray());
    }

    [Fact]
    public async Task AnyCall_WrongInput_IsTold()
    {
        var upload = (await client.CreateAsync(ticket, 100_000)).Location!;

        Assert.Equal("evidence_too_large", (await client.CreateAsync(ticket, (10 * MiB) + 1)).Code);
        Assert.Equal("evidence_too_large", (await client.CreateAsync(ticket, long.MaxValue)).Code);
        Assert.Equal("evidence_empty", (await client.CreateAsync(ticket, 0)).Code);
        Assert.Equal("upload_header_wrong", (await client.CreateAsync(ticket, -1)).Code);
        Assert.Equal("evidence_ticket_unknown", (await client.CreateAsync(new string('a', 64), 10)).Code);
        Assert.Equal("evidence_ticket_unknown", (await client.CreateAsync("../../x", 10)).Code);
        Assert.Equal("evidence_ticket_unknown", (await client.PatchAsync(await client.OpenAsync() + "0", upload, 0, new byte[10])).Code);
        Assert.Equal("upload_unknown", (await client.PatchAsync(await client.OpenAsync(), upload, 0, new byte[10])).Code);
        Assert.Equal("upload_unknown", (await client.PatchAsync(ticket, "api/evidence/uploads/rubbish", 0, new byte[10])).Code);
        Assert.Equal("upload_piece_too_large", (await client.PatchAsync(ticket, upload, 0, new byte[MiB + 1])).Code);
        Assert.Equal("upload_piece_wrong", (await client.PatchAsync(ticket, upload, 0, new byte[100_001])).Code);
        Assert.Equal("upload_piece_wrong", (await client.PatchAsync(ticket, upload, 0, new byte[100])).Code);
        Assert.Equal("upload_piece_wrong", (await client.PatchAsync(ticket, upload, 0, [])).Code);
        Assert.Equal("evidence_unknown", (await client.GetAsync(ticket, $"api/evidence/files/{new string('0', 64)}")).Code);
        Assert.Equal("evidence_unknown", (await client.DeleteAsync(ticket, "api/evidence/files/rubbish")).Code);
        Assert.Equal("1.0.0", (await client.SendAsync(HttpMethod.Options, "api/evidence/uploads", null)).Headers["Tus-Version"]);
        Assert.Equal("upload_version", (await UploadAnswer.OfAsync(await new HttpClient { BaseAddress = app.Api.Address }.PostAsync(new Uri("api/evidence/uploads", UriKind.Relative), null))).Code);
    }

    [Fact]
    public async Task Quota_Files_HoldsUnderMany()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var codes = new List<string?>();
            for (var i = 0; i < 7; i++)
                codes.Add((await client.CreateAsync(ticket, 1000)).Code);
            return codes;
        }));

        Assert.Equal(20, answers.SelectMany(codes => codes).Count(code => code is null));
        Assert.All(answers.SelectMany(codes => codes), code => Assert.True(code is null or "evidence_quota", code));
    }

    [Fact]
    public async Task Quota_Bytes_CountsWhatIsUnderWay()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null((await client.CreateAsync(ticket, 10 * MiB)).Code);

        Assert.Equal("evidence_quota", (await client.CreateAsync(ticket, 1)).Code);
    }

    [Fact]
    public async Task Cancel_Upload_GivesItsRoomBack()
    {
        var uploads = new List<string>();
        for (var i = 0; i < 5; i++)
            uploads.Add((await client.CreateAsync(ticket, 10 * MiB)).Location!);
        await client.PatchAsync(ticket, uploads[0], 0, new byte[MiB]);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(ticket, uploads[0])).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await client.HeadAsync(ticket, uploads[0])).Status);
        Assert.Equal("upload_unknown", (await client.GetAsync(ticket, uploads[0])).Code);
        Assert.Null((await client.CreateAsync(ticket, 10 * MiB)).Code);
    }

    [Fact]
    public async Task Form_File_IsTakenByItsContentNotItsName()
    {
        var photo = Pictures.JpegWithExif(6);

        var taken = await client.PostFormAsync(ticket, photo, "../../\u202Egnp.svg", "image/svg+xml");

        Assert.Equal(HttpStatusCode.Created, taken.Status);
        Assert.Equal(("image/jpeg", "gnp.jpg"), (taken.Json["type"]!.GetValue<string>(), taken.Json["name"]!.GetValue<string>()));
        var served = await client.GetAsync(ticket, $"api/evidence/files/{taken.Sha256}");
        Assert.Equal(-1, served.Content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Pictures.Secret)));
        Assert.StartsWith("inline", served.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("evidence_type_refused", (await client.PostFormAsync(ticket, "<svg onload=alert(1)>"u8.ToArray(), "anh.jpg")).Code);
        Assert.Equal("evidence_ticket_unknown", (await client.PostFormAsync(null, photo, "a.jpg")).Code);
        Assert.Equal("evidence_form_wrong", (await client.PostFormAsync(ticket, photo, "a.jpg", field: "photo")).Code);
        Assert.Equal("evidence_empty", (await client.PostFormAsync(ticket, [], "a.jpg")).Code);
        Assert.Equal("evidence_too_large", (await client.PostFormAsync(ticket, new byte[11 * MiB], "a.jpg")).Code);
    }

    [Fact]
    public async Task Upload_ForAnIndicator_IsListedWithItUntilItIsRemoved()
    {
        var file = Pdf(1000);
        foreach (var indicator in (string[])["2.1", "3.4b", "2.1"])
            await client.UploadAsync(ticket, file, indicator: indicator);
        var listed = (await client.GetAsync(ticket, "api/evidence/files")).Json;

        Assert.Single(listed["files"]!.AsArray());
        Assert.Equal(["2.1", "3.4b"], listed["uses"]!.AsArray().Select(use => use!["for"]!.GetValue<string>()));
        Assert.Equal("upload_header_wrong", (await client.CreateAsync(ticket, 100, indicator: "2/1")).Code);
        await client.DeleteAsync(ticket, $"api/evidence/files/{listed["uses"]![0]!["sha256"]!.GetValue<string>()}");
        Assert.Empty((await client.GetAsync(ticket, "api/evidence/files")).Json["uses"]!.AsArray());
    }

    [Fact]
    public async Task Remove_File_IsGoneAndMayComeAgain()
    {
        var sha256 = (await client.UploadAsync(ticket, Pdf(1000))).Sha256;

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(ticket, $"api/evidence/files/{sha256}")).Status);

        Assert.Equal("evidence_unknown", (await client.GetAsync(ticket, $"api/evidence/files/{sha256}")).Code);
        Assert.Equal(sha256, (await client.UploadAsync(ticket, Pdf(1000))).Sha256);
    }
}
