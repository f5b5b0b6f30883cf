using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>What an officer does who files for others.</summary>
internal static class Assisting
{
    /// <summary>The day of the consent, as the officer writes it.</summary>
    public static string Today => DateTime.UtcNow.AddHours(7).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Signed in, up to the criteria.</summary>
    public static async Task BeginAsync(Portal portal, IPage page, Words words, Applicant applicant)
    {
        await portal.SignInOfficerAsync(page);
        await PhoneAsync(page, words, "0912345678");
        await Applicants.AboutAsync(page, words, applicant);
    }

    public static async Task PhoneAsync(IPage page, Words words, string phone)
    {
        await page.Locator("#phone").FillAsync(phone);
        await page.PressAsync(words.Start);
    }

    /// <summary>To the page that gives the number.</summary>
    /// <returns>The dossier number.</returns>
    public static async Task<string> FinishAsync(IPage page, Words words, Applicant applicant)
    {
        await Applicants.RestAsync(page, words, applicant, Today);
        await page.PressAsync(words.Submit);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/apply/next$"));
        return await page.Locator(".panel .big").InnerTextAsync();
    }
}
