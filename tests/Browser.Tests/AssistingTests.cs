using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>An officer of the commune files for families, one after the other.</summary>
[Collection(nameof(Portal))]
public sealed class AssistingTests(Portal portal)
{
    [Theory]
    [InlineData("vi", 360, false)]
    [InlineData("en", 1280, true)]
    public async Task Officer_FilesForTwoFamilies_TheSecondKeepsWhatIsCommon(string language, int width, bool script)
    {
        var words = Words.Of(language);
        var page = await portal.OpenAsync(width, script, language: language);
        await Assisting.BeginAsync(portal, page, words, Applicant.Family);
        var first = await Assisting.FinishAsync(page, words, Applicant.Family);
        Assert.Contains("361", first, StringComparison.Ordinal);

        // The next family: asked for its name at once, in the same place.
        await Assisting.PhoneAsync(page, words, "0987654321");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/apply/holder$"));
        Assert.Equal("", await page.Locator("#name").InputValueAsync());
        Assert.Contains("0987654321", await page.Locator(".helping").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("#name").FillAsync("Trần Văn Bảy");
        await page.PressAsync(words.Continue);
        Assert.Contains("Trần Văn Bảy", await page.Locator(".helping").InnerTextAsync(), StringComparison.Ordinal);
        await page.PressAsync(words.Continue);
        Assert.Equal(("", "Trưởng ban"), (await page.Locator("#name").InputValueAsync(), await page.Locator("#position").InputValueAsync()));
        await page.Locator("#name").FillAsync("Trần Văn Bảy");
        await page.PressAsync(words.Continue);
        await page.PressAsync(words.Continue);
        var second = await Assisting.FinishAsync(page, words, Applicant.Family);
        Assert.NotEqual(first, second);

        await page.GotoAsync("/track/receipt");
        var receipt = await page.Locator("main").InnerTextAsync();
        Assert.Contains(second, receipt, StringComparison.Ordinal);
        Assert.Contains("Đỗ Văn Hùng", receipt, StringComparison.Ordinal);
        var filed = (await portal.Api.GetAsync($"api/applications/{second}", phoneDigits: "4321")).Json;
        Assert.Equal("Đỗ Văn Hùng (mẫu)", filed["assisted"]!["by"]!.GetValue<string>());
        Assert.Equal("Trần Văn Bảy", filed["holder"]!["name"]!.GetValue<string>());

        // He finds both again, the newest first, and follows them; an application of his own is not taken for one of theirs.
        await page.GotoAsync("/apply/assist");
        await page.Locator("main a[href='/mine']").GoAsync();
        Assert.Equal([second, first], (await page.Locator(".filed .who .number").AllInnerTextsAsync()).Take(2));
        await page.Locator(".filed button").Nth(1).GoAsync();
        Assert.Contains(first, await page.HeadingAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/apply/phone");
        await page.Locator("#phone").FillAsync("0912000111");
        await page.PressAsync(words.Continue);
        Assert.Equal(0, await page.Locator(".helping").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Consent_WithoutTheDayOnPaper_IsNotTaken()
    {
        var page = await portal.OpenAsync(360, script: false, state: Portal.OfficerDraft);
        await page.GotoAsync("/apply/consent");
        Assert.Equal(0, await page.Locator("input[type=checkbox]:checked").CountAsync());
        await page.GetByRole(AriaRole.Checkbox, new() { Name = Words.Vi.Consent }).CheckAsync();
        foreach (var day in (string[])["", "hôm qua", "01/01/2099"])
        {
            await page.Locator("#paper").FillAsync(day);
            await page.PressAsync(Words.Vi.Continue);
            Assert.Equal(1, await page.Locator(".errors a[href='#paper']").CountAsync());
        }

        await page.Context.CloseAsync();
    }

    /// <summary>The draft of an officer is filed by him alone, and not by whoever finds the browser open after he has signed out.</summary>
    [Fact]
    public async Task Submit_OfficerSignedOut_IsTakenOnceHeHasSignedInBeside()
    {
        var page = await portal.OpenAsync(script: false);
        await Assisting.BeginAsync(portal, page, Words.Vi, Applicant.Family);
        await Applicants.RestAsync(page, Words.Vi, Applicant.Family, Assisting.Today);
        var cookies = (await page.Context.CookiesAsync()).Where(cookie => cookie.Name is "draft" or "form").Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }).ToList();
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync(cookies);
        await page.Locator("form[action='/apply/submit'] button").GoAsync();

        // The provider of these tests asks nothing and sends him back to where he was.
        var beside = await page.RunAndWaitForPopupAsync(() => page.Locator("main a.button").ClickAsync());
        await beside.WaitForURLAsync("**/apply/check");
        await page.ReloadAsync();
        Assert.EndsWith("/apply/next", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
