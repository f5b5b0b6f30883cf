using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Evidence;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>Files that come with the form of a page: the hostile ones of the corpus, and those of honest people.</summary>
public sealed partial class FileFormTests
{
    private const string Page = "apply/evidence/1";

    [Fact]
    public async Task Form_WithEveryHostileFile_KeepsNoneAndTellsEachByName()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app.Api.Address);
        await browser.BeginDraftAsync();
        foreach (var some in HostileFiles.Refused.Index().Chunk(12))
        {
            var (status, _, text) = await browser.SendAsync(Page, [], [.. some.Select(entry => ("i-1-1", $"tệp {entry.Index}.jpg", entry.Item.Value.Make()))]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            var told = WebUtility.HtmlDecode(text);
            foreach (var (index, file) in some)
            {
                var problem = EvidenceProblems.All.Single(problem => problem.Code == file.Value.Refusal.Split(':')[0]);
                Assert.True(told.Contains($"“tệp {index}.jpg”: {problem.Title.Vi}", StringComparison.Ordinal), $"{file.Key}: {file.Value.Refusal}");
            }

            Assert.Empty(Kept().Matches(text));
        }
    }

    [Fact]
    public async Task Form_WithSomethingHiddenInAnImage_KeepsTheImageAlone()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app.Api.Address);
        await browser.BeginDraftAsync();
        foreach (var (name, make) in HostileFiles.Neutralised)
        {
            var (status, _, text) = await browser.SendAsync(Page, [("then", "stay")], ("i-1-1", "ảnh.svg", make()));
            Assert.True(status is HttpStatusCode.SeeOther, $"{name}: {text}");
            var address = Kept().Match((await browser.GetAsync(Page)).Text).Groups[1].Value;
            var kept = await browser.GetAsync(address);
            Assert.DoesNotContain(HostileFiles.Traces, trace => kept.Text.Contains(System.Text.Encoding.Latin1.GetString(trace), StringComparison.Ordinal));
            await browser.SendAsync(Page, [("remove", $"1.1/{address.Split('/')[^1]}")]);
        }
    }

    [Fact]
    public async Task Form_WithGoodFiles_KeepsThemForTheirIndicators()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app.Api.Address);
        await browser.BeginDraftAsync();

        var (status, location, _) = await browser.SendAsync(
            Page, [], ("i-1-1", "a.jpg", Pictures.Jpeg()), ("i-1-1", "b.png", Pictures.Png(300, 200)), ("i-1-2", "c.webp", Pictures.WebP(200, 100)), ("i-1-2", "d.pdf", Pdfs.Good()), ("i-9-9", "e.pdf", Pdfs.Good()));

        Assert.Equal((HttpStatusCode.SeeOther, "/apply/evidence"), (status, location));
        var text = (await browser.GetAsync(Page)).Text;
        Assert.Equal(4, Kept().Count(text));
        Assert.Equal(["1.1", "1.1", "1.2", "1.2"], RemovedFrom().Matches(text).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public async Task Form_TooLargeOrTooMany_SaysSoBesideTheField()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app.Api.Address);
        await browser.BeginDraftAsync();

        var (status, _, text) = await browser.SendAsync(Page, [], ("i-1-1", "lớn.jpg", new byte[EvidenceLimits.FileBytes + 1]), ("i-1-1", "nhỏ.jpg", Pictures.Jpeg()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"“lớn.jpg”: {EvidenceProblems.FileTooLarge.Title.Vi}", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Single(Kept().Matches(text));

        (status, _, text) = await browser.SendAsync(Page, [], [.. Enumerable.Range(1, 20).Select(number => ("i-1-2", $"{number}.jpg", Pictures.Jpeg(100 + number, 100)))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"“20.jpg”: {EvidenceProblems.Quota.Title.Vi}", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Equal(20, Kept().Count(text));
    }

    [Fact]
    public async Task Form_WithAScanner_TellsWhatItFindsAndWhenItIsSilent()
    {
        await using var scanner = new FakeClamd();
        await using var app = await App.StartAsync(("Scanner:Address", scanner.Address));
        using var browser = new Browser(app.Api.Address);
        await browser.BeginDraftAsync();
        byte[] infected = [.. Pdfs.Good(), .. System.Text.Encoding.ASCII.GetBytes(FakeClamd.Eicar)];

        var found = WebUtility.HtmlDecode((await browser.SendAsync(Page, [], ("i-1-1", "a.pdf", infected))).Text);
        Assert.Contains($"“a.pdf”: {EvidenceProblems.Infected.Title.Vi}", found, StringComparison.Ordinal);
        scanner.HangsUp = true;
        var silent = await browser.SendAsync(Page, [], ("i-1-1", "b.pdf", Pdfs.Good()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("“b.pdf”: Chưa quét được vi-rút.", WebUtility.HtmlDecode(silent.Text), StringComparison.Ordinal);

        // Nothing of it is left that would take another file's room.
        scanner.HangsUp = false;
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(Page, [], ("i-1-1", "b.pdf", Pdfs.Good()))).Status);
        Assert.Contains("đã quét vi-rút", (await browser.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"/(apply/files/[0-9a-f]{64})\"")]
    private static partial Regex Kept();

    [GeneratedRegex("name=\"remove\" value=\"([^/\"]+)/")]
    private static partial Regex RemovedFrom();
}
