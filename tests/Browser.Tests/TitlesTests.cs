namespace TitleCertification.Browser.Tests;

/// <summary>Every title at the levels that the demonstration province knows, from the start page to the receipt.</summary>
[Collection(nameof(Portal))]
public sealed class TitlesTests(Portal portal)
{
    /// <summary>Each title twice, so that both languages, both widths and both ways of working come with every other.</summary>
    public static TheoryData<int, string, int, bool> Rows { get; } = new()
    {
        { 0, "vi", 360, false }, { 0, "en", 1280, true }, { 1, "vi", 360, true }, { 1, "en", 1280, false }, { 2, "vi", 1280, true }, { 2, "en", 360, false },
        { 3, "vi", 1280, false }, { 3, "en", 360, true }, { 4, "vi", 360, true }, { 4, "en", 1280, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Title_ClickedThrough_EndsWithAReceipt(int index, string language, int width, bool script)
    {
        var (applicant, words) = (Applicant.All[index], Words.Of(language));
        var page = await portal.OpenAsync(width, script, language: language);
        await Applicants.FillAsync(page, words, applicant);
        await page.PressAsync(words.Submit);
        Assert.Equal(words.Filed, await page.HeadingAsync());
        var dossier = await page.Locator(".panel .big").InnerTextAsync();

        var filed = (await portal.Api.GetAsync($"api/applications/{dossier}", phoneDigits: Clicking.PhoneDigits)).Json;
        Assert.Equal((applicant.Set, applicant.Level), (filed["criteriaSet"]!.GetValue<string>(), filed["level"]!.GetValue<string>()));
        Assert.True(filed["score"]!["reached"]!.GetValue<bool>());
        Assert.Equal(applicant.InHamlet ? "361-tt-lieu-de-tdp-1" : "361-tt-lieu-de", filed["unit"]!["code"]!.GetValue<string>());
        Assert.Equal(applicant.Holder ?? (applicant.InHamlet ? "Tổ dân phố 1 (mẫu)" : "Thị trấn Liễu Đề"), filed["holder"]!["name"]!.GetValue<string>());
        await page.FollowAsync(words.Follow);
        Assert.Contains(dossier, await page.HeadingAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
