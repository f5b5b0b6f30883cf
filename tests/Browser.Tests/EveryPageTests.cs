using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>What holds for every page, in both languages: accessible, readable when enlarged, nothing from elsewhere.</summary>
[Collection(nameof(Portal))]
public sealed class EveryPageTests(Portal portal)
{
    // Rules of WCAG 2.0, 2.1 and 2.2, levels A and AA; axe-core leaves its rule for target sizes (2.2) out unless it is asked for.
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static IEnumerable<object[]> Pages => PageList.All.SelectMany(page => new object[][] { [page.Name, "vi"], [page.Name, "en"] });

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_AtBothWidths_IsAccessible(string name, string language)
    {
        foreach (var width in (int[])[360, 1280])
        {
            var page = await ShowAsync(name, language, width);
            if (Screenshots is { Length: > 0 } directory)
                await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{name}-{language}-{width}.png"), FullPage = true });

            var violations = (await page.RunAxe(Wcag)).Violations;
            Assert.True(violations.Length == 0, string.Join('\n', violations.Select(violation =>
                $"{name}, {language}, {width} px: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
            Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            await page.Context.CloseAsync();
        }
    }

    /// <summary>320 px is what a window of 1,280 px shows at 400 %, and 640 px at 200 %; large text comes on top.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Enlarged_NeitherScrollsSidewaysNorClips(string name, string language)
    {
        foreach (var (width, large) in ((int, bool)[])[(320, false), (320, true), (640, true)])
        {
            var page = await ShowAsync(name, language, width, large);
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{name}, {language}: {wide} px wide in a window of {width} px{(large ? ", large text" : "")}.");
            var clipped = await page.EvaluateAsync<string[]>(Clipped);
            Assert.True(clipped.Length == 0, $"{name}, {language}, {width} px{(large ? ", large text" : "")}: clipped: {string.Join(" | ", clipped)}");
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Whatever a finger has to hit is 44 px high, except links inside a sentence.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_HasTargetsForFingers(string name, string language)
    {
        var page = await ShowAsync(name, language, 360);
        var small = await page.EvaluateAsync<string[]>(SmallTargets);
        Assert.True(small.Length == 0, $"{name}, {language}: {string.Join(" | ", small)}");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> ShowAsync(string name, string language, int width, bool large = false)
    {
        var wanted = PageList.All.Single(page => page.Name == name);
        var page = await portal.OpenAsync(width, state: wanted.State, language: language, largeText: large, person: wanted.As);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != portal.Api.Address.Authority)
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // What the page's own policy forbids, and what its script does wrong.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal) && !message.Text.Contains("ERR_FAILED", StringComparison.Ordinal))
                foreign.Add(message.Text);
        };
        var address = wanted.Address(portal);
        await page.GotoAsync(address);
        if (wanted.Press)
            await page.Locator("main button[type=submit]:not([hidden])").First.ClickAsync();
        if (wanted.Act is { } act)
            await act(page);
        Assert.EndsWith(wanted.Press ? "" : address, page.Url, StringComparison.Ordinal);
        Assert.Empty(foreign);
        return page;
    }

    private const string Clipped =
        """
        () => [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.hidden, svg, [hidden]') && e.tagName !== 'TEXTAREA' && e.tagName !== 'INPUT' && e.childElementCount === 0 && e.textContent.trim())
          .filter(e => (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && getComputedStyle(e).overflow !== 'visible' && getComputedStyle(e).display !== 'inline'
            || e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map(e => e.outerHTML.slice(0, 160))
        """;

    private const string SmallTargets =
        """
        () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
          .filter(e => e.offsetParent && !e.closest('.skip') && !(e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.closest('p, li, dd')?.innerText.trim() !== e.innerText.trim()))
          .filter(e => {
            const target = e.type === 'radio' || e.type === 'checkbox' ? e.closest('.choice') : e;
            return target.getBoundingClientRect().height < 43.5;
          })
          .map(e => `${Math.round(e.getBoundingClientRect().height)} px: ${e.outerHTML.slice(0, 120)}`)
        """;
}
