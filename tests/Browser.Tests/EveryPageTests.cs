using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>What holds for every page, in both languages: accessible, readable when enlarged, nothing from elsewhere.</summary>
[Collection(nameof(Portal))]
public sealed class EveryPageTests(Portal portal)
{
    // Rules of WCAG 2.0, 2.1 and 2.2, levels A and AA; axe-core leaves its rule for target sizes (2.2) out unless it is asked for.
    internal static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static TheoryData<string> Pages => [.. PageList.All.Select(page => page.Name)];

    /// <summary>
    /// 320 px is what a window of 1,280 px shows at 400 %, and 640 px at 200 %; large text comes on top. Whatever a finger has to hit is 44 px high, except links inside
    /// a sentence. The page is opened once, and the window made another: all that differs is the style.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEveryWindow_IsAccessibleReadableAndForFingers(string name)
    {
        var first = LookAtAsync(name, "vi");
        // Where something is done on the page, one after the other: they share what it is done to.
        if (PageList.All.Single(page => page.Name == name) is { Act: not null } or { Press: true })
            await first;
        await Task.WhenAll(first, LookAtAsync(name, "en"));
    }

    private async Task LookAtAsync(string name, string language)
    {
        var (page, faults) = (await ShowAsync(name, language), new List<string>());
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        foreach (var width in (int[])[1280, 360])
        {
            await page.SetViewportSizeAsync(width, 800);
            if (Screenshots is { Length: > 0 } directory)
                await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{name}-{language}-{width}.png"), FullPage = true });
            faults.AddRange((await page.RunAxe(Wcag)).Violations.Select(violation =>
                $"{width} px: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        }

        faults.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(small => $"360 px: too small: {small}"));
        await WidthFaultsAsync(page, 320, "", faults);
        // As the switch does it.
        await page.EvaluateAsync("() => document.documentElement.classList.add('large')");
        await WidthFaultsAsync(page, 320, ", large text", faults);
        await WidthFaultsAsync(page, 640, ", large text", faults);
        Assert.True(faults.Count == 0, $"{name}, {language}:\n{string.Join('\n', faults)}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Switches_OfLanguageAndTextSize_StayForEveryPage()
    {
        var page = await portal.OpenAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Chữ to" }).GoAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).GoAsync();
        await page.GotoAsync("/help");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("large", await page.Locator("html").GetAttributeAsync("class"));
        await page.Context.CloseAsync();
    }

    /// <summary>Nothing scrolls sideways, nothing is cut off.</summary>
    private static async Task WidthFaultsAsync(IPage page, int width, string text, List<string> faults)
    {
        await page.SetViewportSizeAsync(width, 800);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (wide > width)
            faults.Add($"{wide} px wide in a window of {width} px{text}.");
        faults.AddRange((await page.EvaluateAsync<string[]>(Clipped)).Select(clipped => $"{width} px{text}: clipped: {clipped}"));
    }

    private async Task<IPage> ShowAsync(string name, string language)
    {
        var wanted = PageList.All.Single(page => page.Name == name);
        var page = await portal.OpenAsync(state: wanted.State, language: language, person: wanted.As);
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
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
        if (wanted.Press)
            await page.Locator("main button[type=submit]:not([hidden])").First.GoAsync();
        if (wanted.Act is { } act)
            await act(page);
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
