using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Privacy;

/// <summary>Names planted in a case and its evidence are in no metric, no trace, no address, no title of a page and no cookie; nor, once the case is closed, in anything stored in clear but the register.</summary>
public sealed class CanariesTests
{
    private static readonly string[] Planted = ["Họa Mi", "Hoa Mi", "Sơn Ca", "0987654321", "987654321", "son.ca@", "Chích Chòe"];

    [Fact]
    public async Task WholePath_PlantedNames_AreInNoMetricTraceAddressTitleOrCookie()
    {
        using var canaries = new Canaries();
        await using var app = await App.StartAsync();
        using var evidence = new EvidenceClient(app.Api.Address);
        var ticket = await evidence.OpenAsync();
        var file = await evidence.UploadAsync(ticket, Pictures.Jpeg(400, 300), "Ảnh Chích Chòe 0987654321.jpg");
        var body = SampleSubmission.Of("Trường Họa Mi");
        (body["evidenceTicket"], body["answers"]![0]!["files"]) = (ticket, new System.Text.Json.Nodes.JsonArray(file.Sha256));
        body["representative"] = System.Text.Json.Nodes.JsonNode.Parse("""{"name":"Sơn Ca","position":"Hiệu trưởng","phone":"0987654321","email":"son.ca@example.vn"}""");
        var submitted = await app.Api.SubmitAsync(body);
        var dossier = submitted.Json["dossier"]!.GetValue<string>();
        await app.UntilStatusAsync(dossier, "InReview", "4321");
        using var browser = new Browser(app.Api.Address);
        var form = PageForm.Parse((await browser.GetAsync("track")).Text).Single();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync("track", form.With(("dossier", dossier), ("digits", "4321")))).Status);
        var wanderer = await new Wanderer(browser).WanderAsync(PageFunction.Starts);

        // The test can fail: the pages do show the names, and something was measured and traced.
        Assert.Contains(wanderer.Seen, page => page.Text.Contains("Họa Mi", StringComparison.Ordinal));
        var heard = canaries.Heard();
        Assert.Contains(heard, line => line.StartsWith("TitleCertification.Storage/", StringComparison.Ordinal));
        AssertClean("metrics and traces", heard);
        AssertClean("addresses", [submitted.Location ?? "", .. wanderer.Seen.SelectMany(page => page.Links.Append(page.Address).Concat(page.Forms.Select(page.TargetOf)))]);
        AssertClean("titles of pages", wanderer.Seen.Select(page => Regex.Match(page.Text, "<title>(.*?)</title>").Value));
        AssertClean("cookies", browser.Cookies.Values);
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: "4321");
        await app.UntilAsync(() => Task.FromResult(!app.Stored().Any(line => line.StartsWith("WorkQueue ", StringComparison.Ordinal))), "it stays in the queue");
        AssertClean("what is stored", app.Stored().Where(line => !line.StartsWith("Mailbox ", StringComparison.Ordinal)));
    }

    private static void AssertClean(string where, IEnumerable<string> lines) => Assert.All(
        lines.Select(Uri.UnescapeDataString), line => Assert.All(Planted, name => Assert.False(line.Contains(name, StringComparison.OrdinalIgnoreCase), $"“{name}” stands in {where}: {line[..Math.Min(300, line.Length)]}")));
}
