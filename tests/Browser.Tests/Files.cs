using Microsoft.Playwright;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Browser.Tests;

/// <summary>Files as applicants choose them.</summary>
internal static class Files
{
    public static FilePayload Photo { get; } = new() { Name = "giấy khen.jpg", MimeType = "image/jpeg", Buffer = Pictures.JpegWithExif(6, 1200, 900) };

    public static FilePayload Plan { get; } = new() { Name = "Kế hoạch số 12.pdf", MimeType = "application/pdf", Buffer = Pdfs.Good() };

    /// <summary>A PDF that does something when it is opened: never taken.</summary>
    public static FilePayload Script { get; } = new()
    {
        Name = "bảng điểm.pdf", MimeType = "application/pdf", Buffer = Pdfs.Of("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (x) >> >>"),
    };

    /// <summary>So large that it goes in several pieces; nothing in it can be compressed.</summary>
    public static FilePayload Minutes()
    {
        var noise = new byte[1_500_000];
        new Random(7).NextBytes(noise);
        return new() { Name = "biên bản.pdf", MimeType = "application/pdf", Buffer = Pdfs.Of("<< /Type /Catalog /Pages 2 0 R >>", others: [Pdfs.Stream("", noise)]) };
    }

    public static ILocator Field(IPage page) => page.Locator("input[type=file]").First;

    /// <summary>By the plain form.</summary>
    public static async Task AddPhotoAsync(IPage page)
    {
        await page.GotoAsync("/apply/evidence/1");
        await Field(page).SetInputFilesAsync(Photo);
        await page.PressAsync(Words.Vi.Continue);
    }

    public static async Task SendOfflineAsync(IPage page)
    {
        await page.RouteAsync("**/api/evidence/uploads", route => route.AbortAsync());
        await Field(page).SetInputFilesAsync([Minutes(), Plan]);
        await Assertions.Expect(page.Locator("[data-pending] .quiet").First).ToContainTextAsync(new System.Text.RegularExpressions.Regex("2"));
    }

    public static async Task SendRefusedAsync(IPage page)
    {
        await Field(page).SetInputFilesAsync(Script);
        await Assertions.Expect(page.Locator(".files-field .error")).ToContainTextAsync("bảng điểm.pdf");
    }
}
