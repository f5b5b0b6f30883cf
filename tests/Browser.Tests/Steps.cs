using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>Pages that are reached by a form alone. Each waits for what stands on its page and on none before.</summary>
internal static class Steps
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 60_000 };

    public static async Task LookThroughAsync(IPage page)
    {
        await page.Locator("button[formaction='/review/bulk']").ClickAsync();
        await SendIsOfferedAsync(page);
    }

    public static async Task ApproveFirstAsync(IPage page)
    {
        await page.Locator("input[name=pick]").First.CheckAsync();
        await LookThroughAsync(page);
        await page.Locator("button[value=send]").ClickAsync();
        await Assertions.Expect(page.Locator(".rows")).ToBeVisibleAsync(Patient);
    }

    public static async Task AskAsync(IPage page)
    {
        await page.Locator("main input[type=text]").First.FillAsync("Xin ghi đủ tên.");
        await page.Locator("button[value=check]").ClickAsync();
        await SendIsOfferedAsync(page);
    }

    public static async Task RefuseAsync(IPage page)
    {
        await page.Locator("#kind").CheckAsync();
        await page.Locator("main input[type=text]").First.FillAsync("Không gửi tài liệu nào.");
        await page.Locator("button[value=check]").ClickAsync();
        await SendIsOfferedAsync(page);
    }

    public static async Task SendSignedOutAsync(IPage page)
    {
        await page.RouteAsync("**/*", route => route.ContinueAsync(new() { Headers = route.Request.Headers.Where(header => header.Key != "authorization") }));
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("main a[target=_blank]")).ToBeVisibleAsync(Patient);
    }

    private static Task SendIsOfferedAsync(IPage page) => Assertions.Expect(page.Locator("button[value=send]")).ToBeVisibleAsync(Patient);
}
