using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>Somebody who applies, under the sample criteria of the demonstration province.</summary>
/// <param name="Vi">Words of the options, in the order they are asked: title, level.</param>
/// <param name="Kind">Which kind of unit; null where that is not asked.</param>
/// <param name="InHamlet">The hamlet is asked.</param>
/// <param name="Holder">Null where the name of the place stands there already.</param>
/// <param name="Pages">How many criteria.</param>
internal sealed record Applicant(string Set, string Level, string[] Vi, string[] En, string? Kind, bool InHamlet, string? Holder, int Pages = 3)
{
    public static readonly Applicant Family = new("MAU-GDHT", "Household", ["Gia đình học tập"], ["Learning Family"], null, false, "Nguyễn Thị Hoa");
    public static readonly Applicant Clan = new("MAU-DHHT", "Clan", ["Dòng họ học tập"], ["Learning Clan"], null, false, "Dòng họ Trần, Liễu Đề");
    public static readonly Applicant Hamlet = new("MAU-CDHT-THON", "Hamlet", ["Cộng đồng học tập", "Thôn, xóm, tổ dân phố"], ["Learning Community", "Hamlet or neighbourhood"], null, true, null);
    public static readonly Applicant Commune = new("MAU-CDHT-XA", "Commune", ["Cộng đồng học tập", "Xã, phường, thị trấn"], ["Learning Community", "Commune, ward or town"], null, false, null);
    public static readonly Applicant School = new("MAU-DVHT", "Commune", ["Đơn vị học tập", "Cấp xã quản lý"], ["Learning Unit", "Managed by the commune"], "PHO_THONG", false, "Trường Tiểu học Liễu Đề");

    public static IReadOnlyList<Applicant> All { get; } = [Family, Clan, Hamlet, Commune, School];
}

/// <summary>Any of the titles, clicked through: every indicator is answered with the best there is.</summary>
internal static partial class Applicants
{
    /// <param name="upTo">Name of the step at whose page to stop; null for the page where everything is checked.</param>
    public static async Task FillAsync(IPage page, Words words, Applicant applicant, string? upTo = null)
    {
        await Clicking.BeginAsync(page, words);
        await AboutAsync(page, words, applicant, upTo);
        if (upTo is null)
            await RestAsync(page, words, applicant);
    }

    public static async Task AboutAsync(IPage page, Words words, Applicant applicant, string? upTo = null)
    {
        foreach (var choice in words.Language == "vi" ? applicant.Vi : applicant.En)
            await Clicking.ChooseAsync(page, words, choice);
        await Clicking.ChooseAsync(page, words, "2025");
        await page.WriteAsync(words.SearchUnit, "lieu de");
        await page.PressAsync(words.Search);
        await Clicking.ChooseAsync(page, words, words.Commune);
        if (applicant.InHamlet)
            await Clicking.ChooseAsync(page, words, "Tổ dân phố 1");
        if (applicant.Kind is { } kind)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/apply/kind$"));
            if (upTo == "kind")
                return;
            await page.Locator($"input[value={kind}]").CheckAsync();
            await page.PressAsync(words.Continue);
        }

        await WhoAsync(page, words, applicant.Holder);
    }

    /// <summary>Name, address, representative, e-mail.</summary>
    /// <param name="holder">Null where the name stands there already.</param>
    public static async Task WhoAsync(IPage page, Words words, string? holder)
    {
        if (holder is not null)
            await page.Locator("#name").FillAsync(holder);
        await page.PressAsync(words.Continue);
        await page.PressAsync(words.Continue);
        await Clicking.SayAsync(page, words, (words.FullName, "Nguyễn Văn An"), (words.Position, "Trưởng ban"));
        await page.PressAsync(words.Continue);
    }

    /// <summary>From the criteria to the page where everything is checked.</summary>
    /// <param name="paper">The day of a consent on paper; null where the applicant answers himself.</param>
    public static async Task RestAsync(IPage page, Words words, Applicant applicant, string? paper = null)
    {
        for (var number = 1; number <= applicant.Pages; number++)
            await AnswerAsync(page, words, number);
        await page.FollowAsync(words.Continue);
        await page.PressAsync(words.Continue);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = words.Consent }).CheckAsync();
        if (paper is not null)
            await page.Locator("#paper").FillAsync(paper);
        await page.PressAsync(words.Continue);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/apply/check$"));
    }

    private static async Task AnswerAsync(IPage page, Words words, int number)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/apply/criteria/{number}$"));
        foreach (var indicator in await page.Locator("[data-indicator]").AllAsync())
        {
            if (await indicator.GetAttributeAsync("data-measure") == "Met")
                await indicator.Locator("input[value=yes]").CheckAsync();
            else if (await indicator.GetAttributeAsync("data-measure") == "Percent")
                await indicator.Locator("input[type=text]").FillAsync("100");
            else
                await indicator.Locator("input[type=text]").FillAsync(Largest().Match(await indicator.Locator(".hint").First.InnerTextAsync()).Groups[1].Value);
        }

        await page.PressAsync(words.Continue);
    }

    // "Từ 0 đến 15 điểm"; "From 0 to 15 points".
    [GeneratedRegex("0 (?:đến|to) ([0-9]+)")]
    private static partial Regex Largest();
}
