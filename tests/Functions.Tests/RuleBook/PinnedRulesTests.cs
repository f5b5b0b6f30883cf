using System.Text.Json.Nodes;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.RuleBook;

/// <summary>A rule book that is edited between submission and approval changes nothing for the case in flight, and everything for the next.</summary>
public sealed class PinnedRulesTests : IDisposable
{
    private const string District = "DistrictReviewer/361";
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
    private readonly RuleBookCopy rules = new();
    private readonly TemporaryDirectory data = new();

    [Fact]
    public async Task Edited_CaseInFlight_KeepsPassMarkDaysRouteAndWords()
    {
        string dossier;
        await using (var before = await App.StartAsync(Monday, rules.Path, data))
        {
            dossier = await before.SubmitAsync();
            await before.UntilQueuedAsync(District, Reviewer, dossier);
            var page = await PageAsync(before, dossier);
            Assert.Contains("href=\"/rules/sets/DVHT-TT22-2020\"", page, StringComparison.Ordinal);
            Assert.Contains("Thông tư 22/2020/TT-BGDĐT, Điều 5", page, StringComparison.Ordinal);
        }

        // The lowest grade that is awarded now begins at 98; the sample has 96. The stages take three days, and the commune reviews.
        rules.Edit("criteria/dvht-tt22-2020.json", RaiseThePassMark);
        foreach (var route in new[] { "routes/district-then-province.json", "routes/commune-then-province.json" })
            rules.Edit(route, json => (json["stages"]![0]!["workingDays"], json["stages"]![1]!["workingDays"]) = (3, 3));
        rules.Edit("routes/district-then-province.json", json => (json["stages"]![0]!["level"], json["stages"]![0]!["role"]) = ("Commune", "CommuneOfficer"));

        await using var app = await App.StartAsync(Monday.AddHours(1), rules.Path, data);
        Assert.Equal("2026-03-16", (await app.GetAsync(dossier))["dueOn"]!.GetValue<string>());
        await app.UntilQueuedAsync(District, Reviewer, dossier);
        Assert.Contains("theo quy định của ngày nộp", await PageAsync(app, dossier), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.ApproveAsync(dossier, "district")).Status);
        Assert.Equal("2026-03-16", (await app.GetAsync(dossier))["dueOn"]!.GetValue<string>());
        await app.ApproveAsync(dossier, "province");
        await app.UntilStatusAsync(dossier, "Certified");

        var late = await app.Api.SubmitAsync(SampleSubmission.Of("Trường THCS Liễu Đề"));
        Assert.Equal("title_not_reached", late.Code);
        var full = SampleSubmission.Of("Trường THCS Quỹ Nhất");
        foreach (var answer in full["answers"]!.AsArray())
            answer!["points"] = Most(answer["indicator"]!.GetValue<string>());
        var answered = await app.Api.SubmitAsync(full);
        Assert.True(answered.Status == System.Net.HttpStatusCode.Created, answered.ToString());
        var next = answered.Json;
        Assert.Equal("CommuneOfficer", next["stages"]![0]!["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stored_OnceByItsVersion_AndReadBackWhole()
    {
        var blobs = new LocalStorage.SqliteStorageProvider(LocalStorage.SqliteStorageProvider.InMemory);
        await blobs.PrepareAsync([], ["rulebooks"]);
        var archive = new RuleBookArchive(blobs.Blobs);

        await archive.KeepAsync(SampleRules.Book, CancellationToken.None);
        await archive.KeepAsync(SampleRules.Book, CancellationToken.None);

        var files = await archive.FindAsync(SampleRules.Book.Version, CancellationToken.None);
        Assert.Equal(SampleRules.Book.Version, Domain.RuleBook.RuleBookFiles.Read(files!).BookOrThrow().Version);
        Assert.Null(await archive.FindAsync("00", CancellationToken.None));
        blobs.Dispose();
    }

    [Fact]
    public async Task Storage_DoesNotAnswer_NothingIsTakenAndTheNextSubmissionTriesAgain()
    {
        var blobs = new Silent();
        var kept = new Rules(SampleRules.Book, new Uri("https://title-certification.example"), blobs);
        await Assert.ThrowsAsync<StorageUnavailableException>(async () => await kept.KeepAsync(CancellationToken.None));

        blobs.Answers = true;
        await kept.KeepAsync(CancellationToken.None);
        await kept.KeepAsync(CancellationToken.None);

        Assert.Equal(2, blobs.Asked);
    }

    public void Dispose()
    {
        rules.Dispose();
        data.Dispose();
    }

    private static async Task<string> PageAsync(App app, string dossier) => System.Net.WebUtility.HtmlDecode((await app.Api.GetAsync($"review/{dossier}", Reviewer)).Text);

    private static int Most(string indicator) => indicator switch { "3.1" => 25, "2.2" or "2.4" or "3.3" => 5, _ => 10 };

    private static void RaiseThePassMark(JsonNode set)
    {
        var bands = set["bands"]!.AsArray();
        (bands[0]!["min"], bands[1]!["maxExclusive"], bands[1]!["awarded"], bands[2]!["awarded"]) = (98, 98, false, false);
    }

    private sealed class Silent : IBlobs
    {
        public bool Answers { get; set; }

        public int Asked { get; private set; }

        public Task<bool> WriteOnceAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
        {
            Asked++;
            return Answers ? Task.FromResult(true) : throw new StorageUnavailableException("No answer.");
        }

        public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
