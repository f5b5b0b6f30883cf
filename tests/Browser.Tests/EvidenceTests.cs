using Microsoft.Playwright;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Browser.Tests;

/// <summary>Files brought through the pages: with a plain form, and piece by piece over a network that breaks.</summary>
[Collection(nameof(Portal))]
public sealed class EvidenceTests(Portal portal)
{
    [Theory]
    [InlineData("vi", 360)]
    [InlineData("en", 1280)]
    public async Task Files_ByThePlainForm_AreInTheApplicationAndOpenedByItsReviewer(string language, int width)
    {
        var words = Words.Of(language);
        var page = await portal.OpenAsync(width, script: false, language: language);
        await Clicking.FillDraftAsync(page, words);
        await page.GotoAsync("/apply/evidence/1");
        var fields = page.Locator("input[type=file]");
        await fields.Nth(0).SetInputFilesAsync([Files.Photo, Files.Script]);
        await fields.Nth(1).SetInputFilesAsync(Files.Plan);
        await fields.Nth(2).SetInputFilesAsync(Files.Plan);
        await page.PressAsync(words.Continue);

        // The one that cannot be taken is told beside its field; the others are kept.
        Assert.Contains("bảng điểm.pdf", await page.Locator(".files-field .error").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["giấy khen.jpg", "Kế hoạch số 12.pdf", "Kế hoạch số 12.pdf"], await page.Locator(".files a").AllInnerTextsAsync());
        var photo = await page.Context.APIRequest.GetAsync(await page.Locator(".files a").First.GetAttributeAsync("href") ?? "");
        Assert.Equal("image/jpeg", photo.Headers["content-type"]);
        Assert.DoesNotContain(Pictures.Secret, System.Text.Encoding.Latin1.GetString(await photo.BodyAsync()), StringComparison.Ordinal);

        await page.Locator(".files button").Nth(1).GoAsync();
        string[] kept = ["giấy khen.jpg", "Kế hoạch số 12.pdf"];
        Assert.Equal(kept, await page.Locator(".files a").AllInnerTextsAsync());
        await page.GotoAsync("/apply/check");
        Assert.Equal(kept, await page.Locator(".files a").AllInnerTextsAsync());
        await page.PressAsync(words.Submit);
        var dossier = await page.Locator(".panel .big").InnerTextAsync();
        Assert.Contains("giấy khen.jpg", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.FollowAsync(words.Follow);
        var links = page.Locator(".files a");
        Assert.Equal(kept, await links.AllInnerTextsAsync());
        Assert.Equal(200, (await page.Context.APIRequest.GetAsync(await links.First.GetAttributeAsync("href") ?? "")).Status);
        await page.Context.CloseAsync();
        await OpensBothAsync(dossier, width, language);
    }

    /// <summary>The reviewer finds each file beside the indicator that it belongs to; a click shows it, and it is on record that he has seen it.</summary>
    private async Task OpensBothAsync(string dossier, int width, string language)
    {
        var page = await portal.OpenAsync(width, script: false, language: language, person: SamplePerson.ReviewerOf("361"));
        await page.GotoAsync($"/review/{dossier}");
        Assert.Equal(2, await page.Locator(".files a").CountAsync());
        var (first, third) = (page.Locator("tr:has(#name-1\\.1) .files a"), page.Locator("tr:has(#name-1\\.3) .files a"));
        string[] addresses = [await first.GetAttributeAsync("href") ?? "", await third.GetAttributeAsync("href") ?? ""];
        var photo = await page.RunAndWaitForPopupAsync(() => first.ClickAsync());
        await Assertions.Expect(photo.Locator("img")).ToHaveCountAsync(1);
        Assert.EndsWith(addresses[0], photo.Url, StringComparison.Ordinal);
        // This browser has no viewer of PDF files; those of people have.
        var paper = await page.Context.APIRequest.GetAsync(addresses[1]);
        Assert.Equal("application/pdf", paper.Headers["content-type"]);
        Assert.StartsWith("inline", paper.Headers["content-disposition"], StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var reads = (await portal.Api.GetAsync($"api/audit/reads?dossier={dossier}", SamplePerson.Auditor)).Json.ToJsonString();
        Assert.All(addresses, address => Assert.Contains(address, reads, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Files_OverANetworkThatBreaks_ArriveByThemselves(string language)
    {
        var words = Words.Of(language);
        var page = await portal.OpenAsync(360, language: language);
        await Clicking.FillDraftAsync(page, words);
        await page.GotoAsync("/apply/evidence/1");
        var broken = 0;
        await page.RouteAsync("**/api/evidence/uploads/*", route => route.Request.Method == "PATCH" && Interlocked.Increment(ref broken) is 2 or 4 ? route.AbortAsync() : route.ContinueAsync());
        await Files.Field(page).SetInputFilesAsync([Files.Minutes(), Files.Script]);
        await page.PressAsync(words.Continue);

        // It waits for what is on its way, and does not go on over what was refused.
        await Assertions.Expect(page.Locator(".files-field .error")).ToContainTextAsync("bảng điểm.pdf");
        await Assertions.Expect(page.Locator(".files a")).ToHaveTextAsync(["biên bản.pdf"]);
        await Assertions.Expect(page.Locator("[data-pending] li")).ToHaveCountAsync(0);
        Assert.EndsWith("/apply/evidence/1", page.Url, StringComparison.Ordinal);
        Assert.InRange(broken, 4, 40);
        await page.PressAsync(words.Continue);
        await page.GotoAsync("/apply/check");
        Assert.Equal(["biên bản.pdf"], await page.Locator(".files a").AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_PageReloadedWhileTheNetworkIsAway_GoOn()
    {
        var page = await portal.OpenAsync();
        await Clicking.FillDraftAsync(page, Words.Vi);
        await page.GotoAsync("/apply/evidence/1");
        var (pieces, away) = (0, true);
        await page.RouteAsync("**/api/evidence/uploads/*", route => route.Request.Method == "PATCH" && away && Interlocked.Increment(ref pieces) > 1 ? route.AbortAsync() : route.ContinueAsync());
        await Files.Field(page).SetInputFilesAsync(Files.Minutes());
        await Assertions.Expect(page.Locator("[data-pending] .quiet")).ToContainTextAsync("mạng bị ngắt");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-pending] li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("[data-pending] .quiet")).ToContainTextAsync("mạng bị ngắt");
        away = false;
        await Assertions.Expect(page.Locator(".files a")).ToHaveTextAsync(["biên bản.pdf"]);
        await Assertions.Expect(page.Locator("[role=status][data-spoken]")).ToHaveTextAsync("Đã nhận biên bản.pdf.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("vi", 360, false)]
    [InlineData("en", 1280, true)]
    public async Task Correction_WithFiles_AnswersTheItemAndLosesNothingTyped(string language, int width, bool script)
    {
        var words = Words.Of(language);
        var dossier = (await portal.Api.SubmitAsync(Testing.SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();
        await portal.RequestCorrectionAsync(dossier);
        var page = await portal.OpenAsync(width, script, language: language);
        await Clicking.OpenCaseAsync(page, words, dossier, Clicking.PhoneDigits);
        await page.FollowAsync(words.Correct);
        Assert.Equal(1, await page.Locator("input[type=file]").CountAsync());
        await page.FieldsOf(words.Evidence).FillAsync("Danh sách kèm theo");
        await page.Locator("#item-1").FillAsync("Trường Trung học cơ sở Nghĩa Hưng");
        // Nothing has arrived, or been refused, when the button is pressed.
        var pressed = new TaskCompletionSource();
        await page.RouteAsync("**/api/evidence/uploads**", async route =>
        {
            await pressed.Task;
            await route.ContinueAsync();
        });
        await Files.Field(page).SetInputFilesAsync([Files.Photo, Files.Script, Files.Plan]);
        await page.PressAsync(words.SendCorrection);
        pressed.SetResult();

        await Assertions.Expect(page.Locator(".files-field .error")).ToContainTextAsync("bảng điểm.pdf");
        await Assertions.Expect(page.Locator(".files a")).ToHaveTextAsync(["giấy khen.jpg", "Kế hoạch số 12.pdf"]);
        Assert.Equal(200, (await page.Context.APIRequest.GetAsync(await page.Locator(".files a").First.GetAttributeAsync("href") ?? "")).Status);
        await page.Locator(".files button").Nth(1).GoAsync();
        await Assertions.Expect(page.Locator(".files a")).ToHaveTextAsync(["giấy khen.jpg"]);
        Assert.Equal("Danh sách kèm theo", await page.FieldsOf(words.Evidence).InputValueAsync());
        Assert.Equal("Trường Trung học cơ sở Nghĩa Hưng", await page.Locator("#item-1").InputValueAsync());

        await page.PressAsync(words.SendCorrection);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/track/case$"));
        Assert.Equal(["giấy khen.jpg"], await page.Locator(".files a").AllInnerTextsAsync());
        Assert.Contains("Trường Trung học cơ sở Nghĩa Hưng", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Photo_OfMegabytes_IsMadeLighterBeforeItIsSent()
    {
        var page = await portal.OpenAsync(360);
        await Clicking.FillDraftAsync(page, Words.Vi);
        await page.GotoAsync("/apply/evidence/1");
        var length = 0L;
        page.Request += (_, request) => length = request.Headers.TryGetValue("upload-length", out var given) ? long.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : length;
        var photo = Pictures.Noise(4000, 3000);
        await Files.Field(page).SetInputFilesAsync(new FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = photo });
        await Assertions.Expect(page.Locator(".files a")).ToHaveTextAsync(["IMG_0001.jpg"]);
        Assert.InRange(photo.Length, 3_000_000, 10_000_000);
        Assert.InRange(length, 10_000, photo.Length / 2);
        await page.Context.CloseAsync();
    }
}
