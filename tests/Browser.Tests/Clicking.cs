using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>What applicants do, click by click. Fields are found by their labels and buttons by their words, as a person or a screen reader finds them.</summary>
internal static class Clicking
{
    public const string Phone = "0912 345 678";
    public const string PhoneDigits = "5678";

    private static readonly int[][] Points = [[10, 10, 9], [10, 5, 10, 4], [23, 10, 5]];

    public static Task PressAsync(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).GoAsync();

    public static Task FollowAsync(this IPage page, string words) => page.GetByRole(AriaRole.Link, new() { Name = words }).First.GoAsync();

    /// <summary>Clicks, and waits until the page that comes is there as a whole: what is counted at once would be missing otherwise.</summary>
    public static async Task GoAsync(this ILocator target)
    {
        await target.ClickAsync();
        try
        {
            await target.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new() { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            // On a busy machine the event may be over before it is waited for: then the page itself says that it is there.
            if (await target.Page.EvaluateAsync<string>("document.readyState") == "loading")
                throw;
        }
    }

    public static Task WriteAsync(this IPage page, string label, string text) => page.FieldsOf(label).First.FillAsync(text);

    public static ILocator FieldsOf(this IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { Name = label });

    public static Task<string> HeadingAsync(this IPage page) => page.Locator("h1").InnerTextAsync();

    public static async Task OpenCaseAsync(IPage page, Words words, string dossier, string digits)
    {
        await page.GotoAsync("/track");
        await page.WriteAsync(words.Dossier, dossier);
        await page.WriteAsync(words.Digits, digits);
        await page.PressAsync(words.Show);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/track/case$"));
    }

    /// <summary>From the start page to the page where everything is checked.</summary>
    /// <returns>The code of the draft.</returns>
    public static async Task<string> FillDraftAsync(IPage page, Words words)
    {
        var code = await BeginAsync(page, words);
        await ChooseAsync(page, words, words.LearningUnit);
        await ChooseAsync(page, words, words.District);
        await ChooseAsync(page, words, "2025");
        await page.WriteAsync(words.SearchUnit, "lieu de");
        await page.PressAsync(words.Search);
        await ChooseAsync(page, words, words.Commune);
        await SayAsync(page, words, (words.UnitName, "Trường THCS Nghĩa Hưng"));
        await SayAsync(page, words, (words.Address, "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định"));
        await SayAsync(page, words, (words.FullName, "Nguyễn Văn An"), (words.Position, "Hiệu trưởng"));
        await page.PressAsync(words.Continue);
        foreach (var points in Points)
            await ScoreAsync(page, words, points);
        await page.FollowAsync(words.Continue);
        await page.PressAsync(words.Continue);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = words.Consent }).CheckAsync();
        await page.PressAsync(words.Continue);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/apply/check$"));
        return code;
    }

    public static async Task<string> BeginAsync(IPage page, Words words)
    {
        await page.GotoAsync("/");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words.Apply }).GoAsync();
        await page.FollowAsync(words.Start);
        await SayAsync(page, words, (words.Phone, Phone));
        var code = await page.Locator(".code").InnerTextAsync();
        await page.FollowAsync(words.Continue);
        return code;
    }

    public static async Task ChooseAsync(IPage page, Words words, string option)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = option }).First.CheckAsync();
        await page.PressAsync(words.Continue);
    }

    public static async Task SayAsync(IPage page, Words words, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
            await page.WriteAsync(label, text);
        await page.PressAsync(words.Continue);
    }

    private static async Task ScoreAsync(IPage page, Words words, int[] points)
    {
        var fields = page.FieldsOf(words.Points);
        await Assertions.Expect(fields).ToHaveCountAsync(points.Length);
        foreach (var (index, value) in points.Index())
            await fields.Nth(index).FillAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.FieldsOf(words.Evidence).First.FillAsync("Kế hoạch số 12/KH-THCS ngày 05/09/2024");
        await page.PressAsync(words.Continue);
    }
}
