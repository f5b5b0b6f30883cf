using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>
/// Debian's Chromium, which <c>./test</c> installs; nothing is downloaded by the tests. Its headless shell where there is one: the whole browser builds its own tool bar, a page in itself, for
/// every window.
/// </summary>
internal static class Browser
{
    private const string Shell = "/usr/bin/chromium-headless-shell";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : File.Exists(Shell) ? Shell : "/usr/bin/chromium",
        // Without these it asks hosts of its maker for things that no page needs.
        Args =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
}
