using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>The whole path by clicking, with and without a script, on a phone and on a desk, in both languages.</summary>
[Collection(nameof(Portal))]
public sealed class PathTests(Portal portal)
{
    public static TheoryData<string, int, bool> Browsers { get; } = new()
    {
        { "vi", 360, false }, { "vi", 360, true }, { "vi", 1280, false }, { "vi", 1280, true },
        { "en", 360, false }, { "en", 360, true }, { "en", 1280, false }, { "en", 1280, true },
    };

    [Theory]
    [MemberData(nameof(Browsers))]
    public async Task Applicant_FromStartToCertificate_GetsThereByClicking(string language, int width, bool script)
    {
        var words = Words.Of(language);
        var page = await portal.OpenAsync(width, script, language: language);
        await Clicking.FillDraftAsync(page, words);
        await page.PressAsync(words.Submit);
        Assert.Equal(words.Filed, await page.HeadingAsync());
        var dossier = await page.Locator(".panel .big").InnerTextAsync();
        await page.ReloadAsync();
        Assert.Equal(dossier, await page.Locator(".panel .big").InnerTextAsync());

        await portal.RequestCorrectionAsync(dossier);
        await page.FollowAsync(words.Follow);
        await page.FollowAsync(words.Correct);
        await page.FieldsOf(words.Evidence).FillAsync("Danh sách 24 giáo viên, quyết định số 5/QĐ-THCS");
        await page.Locator("#item-1").FillAsync("Trường Trung học cơ sở Nghĩa Hưng");
        await page.PressAsync(words.SendCorrection);
        Assert.Contains("Trường Trung học cơ sở Nghĩa Hưng", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var number = await portal.CertifyAsync(dossier);
        await page.ReloadAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = words.Download });
        var pdf = await page.Context.APIRequest.GetAsync(await link.GetAttributeAsync("href") ?? "");
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await pdf.BodyAsync()), StringComparison.Ordinal);

        await page.FollowAsync(number);
        Assert.Equal(words.Valid, await page.HeadingAsync());
        Assert.Contains("Trường Trung học cơ sở Nghĩa Hưng", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("vi", false)]
    [InlineData("en", true)]
    public async Task Draft_ClosedAndResumed_IsWhereItWas(string language, bool script)
    {
        var words = Words.Of(language);
        var page = await portal.OpenAsync(360, script, language: language);
        var code = await Clicking.FillDraftAsync(page, words);
        await page.FollowAsync(words.Save);
        await page.PressAsync(words.CloseDraft);
        await page.GotoAsync("/apply/check");
        Assert.EndsWith("/apply/resume", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();

        var elsewhere = await portal.OpenAsync(1280, script, language: language);
        await elsewhere.GotoAsync("/apply/resume");
        await elsewhere.WriteAsync(words.Code, code.ToLowerInvariant().Replace('-', ' '));
        await elsewhere.WriteAsync(words.PhoneGiven, "0987654321");
        await elsewhere.PressAsync(words.Continue);
        Assert.Equal(1, await elsewhere.Locator(".errors").CountAsync());
        await elsewhere.WriteAsync(words.PhoneGiven, "+84 912 345 678");
        await elsewhere.PressAsync(words.Continue);
        await elsewhere.GotoAsync("/apply/check");
        Assert.Contains("Trường THCS Nghĩa Hưng", await elsewhere.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await elsewhere.Context.CloseAsync();
    }

    [Fact]
    public async Task Switches_OverAFormHalfFilledIn_KeepWhatIsTyped()
    {
        var page = await portal.OpenAsync(360);
        await Clicking.BeginAsync(page, Words.Vi);
        await page.GotoAsync("/apply/title");
        await page.Locator("input[type=radio]").Nth(1).CheckAsync();
        await page.FollowAsync("English");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("input[type=radio]").Nth(1)).ToBeCheckedAsync();

        await page.GotoAsync("/apply/representative");
        await page.Locator("#name").FillAsync("Trần Thị Hoa");
        await page.FollowAsync("Large text");
        await Assertions.Expect(page.Locator("html")).ToHaveClassAsync("large");
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("Trần Thị Hoa");
        // Once: what is stored counts when the page is asked for again.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#name")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Submit_ClickedTwiceAndSentAgain_FilesOneApplication()
    {
        var page = await portal.OpenAsync();
        await Clicking.FillDraftAsync(page, Words.Vi);
        // Two windows of one person, both about to send.
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync("/apply/check");
        var addresses = await Task.WhenAll(SendAsync(page), SendAsync(second));
        Assert.Equal(addresses[0], addresses[1]);
        await page.Context.CloseAsync();

        static async Task<string> SendAsync(IPage page)
        {
            await page.Locator("form[action='/apply/submit'] button").DblClickAsync();
            await page.WaitForURLAsync(new Regex("/track/receipt"));
            return await page.Locator(".panel .big").InnerTextAsync();
        }
    }

    [Fact]
    public async Task Withdraw_Confirmed_EndsTheCase()
    {
        var answer = await portal.Api.SubmitAsync(Testing.SampleSubmission.Of());
        var page = await portal.OpenAsync(360, script: false);
        await Clicking.OpenCaseAsync(page, Words.Vi, answer.Json["dossier"]!.GetValue<string>(), Clicking.PhoneDigits);
        await page.FollowAsync(Words.Vi.Withdraw);
        await page.PressAsync(Words.Vi.WithdrawYes);
        Assert.Contains(Words.Vi.Withdrawn, await page.HeadingAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Form_OfAnotherSite_ChangesNothing()
    {
        var page = await portal.OpenAsync(state: Portal.InReview);
        await page.GotoAsync("/track/case");
        var form = page.Context.APIRequest.CreateFormData();
        form.Set("reason", "x");
        var answer = await page.Context.APIRequest.PostAsync("/track/withdraw", new() { Form = form, Headers = new Dictionary<string, string> { ["Accept"] = "text/html" } });
        Assert.Equal(400, answer.Status);
        await page.ReloadAsync();
        Assert.DoesNotContain(Words.Vi.Withdrawn, await page.HeadingAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>Points below what is needed: the score says how many and which, on every page, before anything is sent.</summary>
    [Fact]
    public async Task Score_BelowTheFloor_SaysWhatIsMissing()
    {
        var page = await portal.OpenAsync(script: false);
        await Clicking.FillDraftAsync(page, Words.Vi);
        await page.GotoAsync("/apply/criteria/2");
        await page.FieldsOf(Words.Vi.Points).Nth(1).FillAsync("99");
        await page.PressAsync(Words.Vi.Continue);
        Assert.Contains("2.2", await page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        for (var field = 0; field < 4; field++)
            await page.FieldsOf(Words.Vi.Points).Nth(field).FillAsync("0");
        await page.PressAsync(Words.Vi.Continue);
        await page.GotoAsync("/apply/score");
        Assert.Contains("67 điểm, cần ít nhất 50", await page.Locator(".score").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Score_WhilePointsAreTyped_FollowsByItself()
    {
        var page = await portal.OpenAsync(360);
        await Clicking.FillDraftAsync(page, Words.Vi);
        await page.GotoAsync("/apply/criteria/3");
        await Assertions.Expect(page.Locator(".score")).ToContainTextAsync("96 điểm, cần ít nhất 50");
        await page.FieldsOf(Words.Vi.Points).Nth(0).FillAsync("0");
        await Assertions.Expect(page.Locator(".score")).ToContainTextAsync("73 điểm, cần ít nhất 50");
        await page.FieldsOf(Words.Vi.Points).Nth(1).FillAsync("0");
        await page.FieldsOf(Words.Vi.Points).Nth(2).FillAsync("0");
        await Assertions.Expect(page.Locator(".score")).ToContainTextAsync("58 điểm, cần ít nhất 50");
        await page.Context.CloseAsync();
    }
}
