using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>What a cheap phone on a weak network has to carry.</summary>
[Collection(nameof(Portal))]
public sealed class WeightTests(Portal portal)
{
    [Fact]
    public async Task FirstPage_Compressed_Is40KilobytesOrLessAndAllAssets100()
    {
        var page = await portal.OpenAsync();
        var sizes = new Dictionary<string, long>();
        page.Response += (_, response) => sizes[new Uri(response.Url).AbsolutePath] = long.Parse(response.Headers["content-length"], System.Globalization.CultureInfo.InvariantCulture);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.All((string[])["portal.css", "portal.js"], name => Assert.Contains(sizes.Keys, path => path.Contains(name.Split('.')[0], StringComparison.Ordinal)));
        Assert.InRange(sizes.Values.Sum(), 1_000, 40 * 1024);
        Assert.InRange(sizes.Where(size => size.Key.StartsWith("/assets/", StringComparison.Ordinal)).Sum(size => size.Value), 1_000, 100 * 1024);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Assets_Asked_AreCompressedAndKeptForGood()
    {
        var page = await portal.OpenAsync();
        await page.GotoAsync("/");
        var style = await page.Locator("link[rel=stylesheet]").GetAttributeAsync("href") ?? "";
        Assert.Matches(new Regex("^/assets/portal\\.[0-9a-f]{10}\\.css$"), style);
        foreach (var encoding in (string[])["br", "gzip"])
        {
            var answer = await page.Context.APIRequest.GetAsync(style, new() { Headers = new Dictionary<string, string> { ["Accept-Encoding"] = encoding } });
            Assert.Equal(encoding, answer.Headers["content-encoding"]);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers["cache-control"]);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FirstContent_At400KilobitsAnd400Milliseconds_IsThereWithinTwoSeconds()
    {
        var page = await portal.OpenAsync(360);
        // The process has answered before: what is measured is the network, not the first compilation.
        await page.GotoAsync("/");
        await page.GotoAsync("about:blank");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        await devtools.SendAsync("Network.clearBrowserCache");
        await devtools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 400_000 / 8, ["uploadThroughput"] = 400_000 / 8,
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        var first = await page.EvaluateAsync<double>(
            "() => new Promise(done => new PerformanceObserver(list => { for (const e of list.getEntries()) if (e.name === 'first-contentful-paint') done(e.startTime); }).observe({ type: 'paint', buffered: true }))");
        Assert.InRange(first, 400, 2_000);
        await page.Context.CloseAsync();
    }
}
