using Microsoft.Playwright;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Browser.Tests;

/// <summary>In and out at the identity provider that <c>./run</c> starts, as somebody who tries the service does it; the other tests sign in at a provider of their own that asks nothing.</summary>
[Collection(nameof(Portal))]
public sealed class SampleProviderTests(Portal portal)
{
    [Fact]
    public async Task SignIn_AtTheSampleProvider_LeadsToTheQueueAndSignOutEndsIt()
    {
        using var data = new TemporaryDirectory();
        var settings = TestIssuer.Shared.Settings.Keys.ToDictionary(name => name.Replace(":", "__", StringComparison.Ordinal), _ => (string?)null);
        settings.Add("LocalServices__SamplePeople", Path.Combine(Repository.Root, "local", "people.json"));
        await using var service = await ServiceProcess.StartAsync(data.Path, settings: settings);
        var context = await portal.Chromium.NewContextAsync(new() { BaseURL = service.Address.ToString() });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/review");
        Assert.Contains("/interaction/", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phạm Thị Lan (mẫu)" }).GoAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(service.Address, "review").ToString());
        Assert.Equal("Hồ sơ chờ xét", await page.HeadingAsync());
        await Assertions.Expect(page.Locator(".me")).ToContainTextAsync("Phạm Thị Lan (mẫu)");

        await page.PressAsync("Đăng xuất");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất / Sign out" }).GoAsync();
        await Assertions.Expect(page).ToHaveURLAsync(service.Address.ToString());
        await page.GotoAsync("/review");
        Assert.Contains("/interaction/", page.Url, StringComparison.Ordinal);
        await context.CloseAsync();
    }
}
