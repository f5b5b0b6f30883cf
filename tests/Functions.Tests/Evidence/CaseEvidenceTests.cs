using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Storage;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>From the ticket to the case: who has the files, who sees them, when they go.</summary>
public sealed class CaseEvidenceTests : IAsyncLifetime
{
    private App app = null!;
    private EvidenceClient client = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync();
        client = new EvidenceClient(app.Api.Address);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Where a file lies, which nobody finds out without the ticket.</summary>
    private static string NameOf(string ticket, string sha256) =>
        EvidenceBlobs.NameOf(new(sha256, "", "", 0, false, EvidenceTicket.FolderOf(ticket), EvidenceTicket.KeyOf(ticket).ToText()));

    private static JsonObject Submission(string? ticket, params string[] files)
    {
        var body = SampleSubmission.Of();
        body["evidenceTicket"] = ticket;
        body["answers"]![0]!["files"] = new JsonArray([.. files.Select(file => JsonValue.Create(file))]);
        return body;
    }

    private async Task<(string Ticket, string Sha256)> BringAsync(int size = 400)
    {
        var ticket = await client.OpenAsync();
        return (ticket, (await client.UploadAsync(ticket, Pictures.Jpeg(size, 300), "Ảnh lớp học.jpg")).Sha256);
    }

    private Task<Answer> SubmitAsync(JsonObject body, string? key = null) => app.AnsweredAsync(app.Api.SubmitAsync(body, key));

    private Task<Answer> DownloadAsync(string dossier, string sha256, string? person = null, string? digits = null) => app.Api.GetAsync($"api/applications/{dossier}/evidence/{sha256}", person, digits);

    [Fact]
    public async Task Submit_WithFiles_ShowsThemToApplicantAndAreaAlone()
    {
        var (ticket, sha256) = await BringAsync();

        var submitted = await SubmitAsync(Submission(ticket, sha256));

        Assert.Equal(HttpStatusCode.Created, submitted.Status);
        var dossier = submitted.Json["dossier"]!.GetValue<string>();
        var file = submitted.Json["answers"]![0]!["files"]![0]!.AsObject();
        Assert.Equal((sha256, "Ảnh lớp học.jpg", "image/jpeg"), (file["sha256"]!.GetValue<string>(), file["name"]!.GetValue<string>(), file["type"]!.GetValue<string>()));
        Assert.False(file.ContainsKey("folder"));
        Assert.Equal("image/jpeg", (await DownloadAsync(dossier, sha256, digits: SampleSubmission.PhoneDigits)).ContentType);
        var (whole, small) = (await DownloadAsync(dossier, sha256, SamplePerson.ReviewerOf("361")), await DownloadAsync(dossier, $"{sha256}?size=small", SamplePerson.ReviewerOf("361")));
        Assert.Equal(("image/jpeg", "image/jpeg"), (whole.ContentType, small.ContentType));
        Assert.InRange(small.Content.Length, 500, whole.Content.Length - 1);
        Assert.Equal("outside_area", (await DownloadAsync(dossier, sha256, SamplePerson.ReviewerOf("360"))).Code);
        Assert.Equal("sign_in_needed", (await DownloadAsync(dossier, sha256)).Code);
        Assert.Equal("sign_in_needed", (await DownloadAsync(dossier, sha256, digits: "0000")).Code);
        Assert.Equal("evidence_unknown", (await DownloadAsync(dossier, new string('0', 64), digits: SampleSubmission.PhoneDigits)).Code);
        Assert.Equal("evidence_unknown", (await DownloadAsync(dossier, "rubbish", digits: SampleSubmission.PhoneDigits)).Code);
    }

    /// <summary>Bytes, names and hashes alike: before the submission with the ticket alone, after it with the key of the case, and after its erasure not at all.</summary>
    [Fact]
    public async Task Stored_WhatWasBrought_CanBeReadWithTheTicketOrTheKeyOfTheCaseAlone()
    {
        var (ticket, sha256) = await BringAsync();
        var begun = await client.CreateAsync(ticket, 200_000, "Ảnh dở dang.pdf");
        await client.PatchAsync(ticket, begun.Location!, 0, [.. "%PDF-1.7 Minh chứng dở dang"u8, .. new byte[60_000]]);
        await NothingAsync();
        Assert.Equal(2, (await BlobsAsync()).Count);

        var dossier = (await SubmitAsync(Submission(ticket, sha256))).Json["dossier"]!.GetValue<string>();
        await NothingAsync();
        var backup = Assert.Single(await BlobsAsync(), blob => blob.Container == ContainerNames.Evidence);
        var key = EvidenceTicket.KeyOf(ticket);
        Assert.Equal((await DownloadAsync(dossier, sha256, digits: SampleSubmission.PhoneDigits)).Content, key.Open(backup.Content, backup.Name));

        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        await app.AnsweredAsync(app.PostAsync($"api/applications/{dossier}/erase", """{"ground":"PersonAsked","reason":"Theo đề nghị"}""", "administrator"));

        Assert.Empty(await BlobsAsync());
        await NothingAsync();

        async Task NothingAsync()
        {
            Assert.All(app.Stored().Where(line => !line.StartsWith("Messages ", StringComparison.Ordinal)), line => Assert.All((string[])["lớp học", "dở dang", sha256, EvidenceTicket.KeyOf(ticket).ToText(), ticket], secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
            Assert.All(await BlobsAsync(), blob => Assert.Equal((-1, -1), (blob.Content.AsSpan().IndexOf("JFIF"u8), blob.Content.AsSpan().IndexOf("%PDF"u8))));
        }
    }

    private async Task<IReadOnlyList<(string Container, string Name, byte[] Content)>> BlobsAsync()
    {
        var blobs = app.Services.GetRequiredService<IBlobs>();
        var found = new List<(string, string, byte[])>();
        foreach (var (container, name) in app.Stored().Select(line => line.Split(' ')).Where(line => line is [ContainerNames.Evidence or ContainerNames.EvidenceParts, _]).Select(line => (line[0], line[1])))
            found.Add((container, name, (await blobs.ReadAsync(container, name))!.Content.ToArray()));
        return found;
    }

    [Fact]
    public async Task Submit_FilesOfAnotherTicketOrNone_AreFaults()
    {
        var (_, sha256) = await BringAsync();
        var other = await client.OpenAsync();

        foreach (var ticket in new[] { other, null, "rubbish", new string('a', 64) })
        {
            var answer = await SubmitAsync(Submission(ticket, sha256));
            Assert.Equal("invalid_input", answer.Code);
            Assert.Equal(("unknown_file", "/answers/0/files/0"), (answer.Json["errors"]![0]!["code"]!.GetValue<string>(), answer.Json["errors"]![0]!["pointer"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Submit_TicketOfAnotherSubmission_IsRefusedAndTakesNoNumber()
    {
        var (ticket, sha256) = await BringAsync();
        var key = Guid.NewGuid().ToString();
        var first = await SubmitAsync(Submission(ticket, sha256), key);

        var again = await SubmitAsync(Submission(ticket, sha256), key);
        var other = await SubmitAsync(Submission(ticket, sha256));

        Assert.Equal((HttpStatusCode.OK, first.Json["dossier"]!.GetValue<string>()), (again.Status, again.Json["dossier"]!.GetValue<string>()));
        Assert.Equal(("invalid_input", "evidence_ticket_used"), (other.Code, other.Json["errors"]![0]!["code"]!.GetValue<string>()));
        var next = (await SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();
        Assert.Equal(int.Parse(first.Json["dossier"]!.GetValue<string>()[^4..], null) + 1, int.Parse(next[^4..], null));
    }

    [Fact]
    public async Task Ticket_OnceSubmitted_ChangesNothingMore()
    {
        var (ticket, sha256) = await BringAsync();
        var upload = (await client.CreateAsync(ticket, 100_000)).Location!;
        await SubmitAsync(Submission(ticket, sha256));

        Assert.Equal("evidence_ticket_used", (await client.CreateAsync(ticket, 100)).Code);
        Assert.Equal("evidence_ticket_used", (await client.PatchAsync(ticket, upload, 0, new byte[50_000])).Code);
        Assert.Equal("evidence_ticket_used", (await client.DeleteAsync(ticket, $"api/evidence/files/{sha256}")).Code);
    }

    [Fact]
    public async Task AnswerCorrection_WithFiles_ReplacesThemAndKeepsTheOldOnes()
    {
        var (ticket, old) = await BringAsync();
        var dossier = (await SubmitAsync(Submission(ticket, old))).Json["dossier"]!.GetValue<string>();
        Assert.Equal("not_awaiting_correction", (await app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/evidence", phoneDigits: SampleSubmission.PhoneDigits)).Code);
        await app.UntilQueuedAsync("DistrictReviewer/361", SamplePerson.ReviewerOf("361"), dossier);
        await app.PostAsync($"api/applications/{dossier}/corrections", """{"stage":"district","items":[{"item":"indicator:1.1","reason":"Ảnh mờ"}]}""", SamplePerson.ReviewerOf("361"));
        Assert.Equal("unknown_dossier", (await app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/evidence", phoneDigits: "0000")).Code);
        var opened = await app.Api.SendAsync(HttpMethod.Post, $"api/applications/{dossier}/evidence", phoneDigits: SampleSubmission.PhoneDigits);
        var correction = opened.Json["ticket"]!.GetValue<string>();
        var fresh = (await client.UploadAsync(correction, Pictures.Png(500, 300), "rõ hơn.png")).Sha256;

        // A ticket of somebody else's is no way in, and an answer that is refused leaves the folder open.
        Assert.Equal("invalid_input", (await AnswerAsync(dossier, (await BringAsync()).Ticket, fresh)).Code);
        Assert.Equal("invalid_input", (await AnswerAsync(dossier, correction, fresh, item: "indicator:1.2")).Code);
        Assert.Null((await client.CreateAsync(correction, 1000)).Code);
        var answered = await AnswerAsync(dossier, correction, fresh);

        Assert.Equal(HttpStatusCode.OK, answered.Status);
        Assert.Equal(fresh, Assert.Single(answered.Json["answers"]![0]!["files"]!.AsArray())!["sha256"]!.GetValue<string>());
        Assert.Equal("image/jpeg", (await DownloadAsync(dossier, fresh, SamplePerson.ReviewerOf("361"))).ContentType);
        Assert.Equal("image/jpeg", (await DownloadAsync(dossier, old, SamplePerson.ReviewerOf("361"))).ContentType);
        Assert.Equal("evidence_ticket_used", (await client.DeleteAsync(correction, $"api/evidence/files/{fresh}")).Code);
    }

    [Fact]
    public async Task Expire_Folders_KeepsWhatACaseNames()
    {
        var (ticket, named) = await BringAsync();
        var unnamed = (await client.UploadAsync(ticket, Pictures.Jpeg(410, 300))).Sha256;
        var dossier = (await SubmitAsync(Submission(ticket, named))).Json["dossier"]!.GetValue<string>();
        var (abandoned, lost) = await BringAsync(420);
        var upload = (await client.CreateAsync(abandoned, 100_000)).Location!;
        await client.PatchAsync(abandoned, upload, 0, new byte[50_000]);
        var (folder, other, id) = (EvidenceTicket.FolderOf(ticket)!, EvidenceTicket.FolderOf(abandoned)!, upload[^32..]);

        app.Clock.Advance(TimeSpan.FromDays(30));
        await ExpireAsync();
        Assert.True(await IsThereAsync(ContainerNames.Evidence, NameOf(abandoned, lost)), "gone within the margin");
        app.Clock.Advance(TimeSpan.FromDays(1.1));
        var tables = app.Services.GetRequiredService<ITables>();
        async Task<bool> IsCleanAsync()
        {
            // The timer of the service may be at it too.
            await ExpireAsync();
            return (await tables.ReadRangeAsync(TableNames.Evidence, "expiring", " ", "~", 100)).Count == 0;
        }

        await app.UntilAsync(IsCleanAsync, "the folders stay");

        Assert.True(await IsThereAsync(ContainerNames.Evidence, NameOf(ticket, named)));
        Assert.False(await IsThereAsync(ContainerNames.Evidence, NameOf(ticket, unnamed)));
        Assert.False(await IsThereAsync(ContainerNames.Evidence, NameOf(abandoned, lost)));
        Assert.False(await IsThereAsync(ContainerNames.EvidenceParts, $"{other}/{id}/0"));
        Assert.Equal("evidence_ticket_unknown", (await client.GetAsync(abandoned, "api/evidence/files")).Code);
        Assert.Equal("image/jpeg", (await DownloadAsync(dossier, named, digits: SampleSubmission.PhoneDigits)).ContentType);
        foreach (var partition in new[] { folder, other })
            Assert.Empty(await tables.ReadRangeAsync(TableNames.Evidence, partition, " ", "~", 100));

        // A cleaner that broke off before it took the folder off the list, or a second one: whose the files are is no longer written there.
        await tables.CommitAsync(TableNames.Evidence, "expiring", [new RowChange.Upsert($"20260101000000:{folder}", "{}")]);
        await ExpireAsync();
        Assert.True(await IsThereAsync(ContainerNames.Evidence, NameOf(ticket, named)));
    }

    [Fact]
    public async Task Scanner_SilentThenBack_TakesTheFileWithoutSendingItAnew()
    {
        await using var clamd = new FakeClamd { Answer = _ => "stream: perhaps\0" };
        await using var guarded = await App.StartAsync(("Scanner:Address", clamd.Address));
        using var caller = new EvidenceClient(guarded.Api.Address);
        var (ticket, content) = (await caller.OpenAsync(), Pictures.Jpeg(1500, 1500));
        var upload = (await caller.CreateAsync(ticket, content.Length)).Location!;

        var undecided = await caller.PatchAsync(ticket, upload, 0, content);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "scanner_unavailable"), (undecided.Status, undecided.Code));
        Assert.Equal(0, (await caller.HeadAsync(ticket, upload)).Offset);
        Assert.Empty((await caller.GetAsync(ticket, "api/evidence/files")).Json["files"]!.AsArray());
        clamd.Answer = _ => "stream: OK\0";
        Assert.Equal(HttpStatusCode.NoContent, (await caller.PatchAsync(ticket, upload, 0, content)).Status);
        Assert.True((await caller.GetAsync(ticket, upload)).Json["file"]!["scanned"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Erase_Case_TakesItsFilesAlong()
    {
        var (ticket, sha256) = await BringAsync();
        var dossier = (await SubmitAsync(Submission(ticket, sha256))).Json["dossier"]!.GetValue<string>();
        var folder = EvidenceTicket.FolderOf(ticket)!;
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        var name = NameOf(ticket, sha256);
        Assert.True(await IsThereAsync(ContainerNames.Evidence, name));

        var erased = await app.AnsweredAsync(app.PostAsync($"api/applications/{dossier}/erase", """{"ground":"PersonAsked","reason":"Đề nghị của đương sự"}""", "administrator"));

        Assert.Equal((HttpStatusCode.OK, false), (erased.Status, await IsThereAsync(ContainerNames.Evidence, name)));
        Assert.Empty(await app.Services.GetRequiredService<ITables>().ReadRangeAsync(TableNames.Evidence, folder, " ", "~", 100));
    }

    private Task<Answer> AnswerAsync(string dossier, string ticket, string sha256, string item = "indicator:1.1") => app.PostAsync(
        $"api/applications/{dossier}/corrections/answer", $$"""{"evidenceTicket":"{{ticket}}","answers":[{"item":"{{item}}","files":["{{sha256}}"]}]}""", phoneDigits: SampleSubmission.PhoneDigits);

    private Task ExpireAsync() => ActivatorUtilities.CreateInstance<ExpireEvidence>(app.Services).RunAsync(new TimerInfo(), CancellationToken.None);

    private async Task<bool> IsThereAsync(string container, string name) => await app.Services.GetRequiredService<IBlobs>().ReadAsync(container, name) is not null;
}
