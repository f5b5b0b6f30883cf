using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>Debian's Chromium, which <c>./test</c> installs; nothing is downloaded by the tests.</summary>
internal static class Browser
{
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium",
        // Without these it asks hosts of its maker for things that no page needs.
        Args =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
}
