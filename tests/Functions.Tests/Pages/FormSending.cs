using System.Net;
using System.Net.Http.Headers;
using TitleCertification.Functions.Tests.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>Fills in the forms of pages as a browser without a script does.</summary>
internal static class FormSending
{
    /// <summary>Opens the page and sends its form, with the token that stands in it.</summary>
    public static async Task<(HttpStatusCode Status, string? Location, string Text)> SendAsync(
        this Browser browser, string path, IEnumerable<(string Name, string Value)> fields, params IReadOnlyList<(string Field, string Name, byte[] Content)> files)
    {
        browser.Headers["Accept"] = "text/html";
        var (_, _, page) = await browser.GetAsync(path);
        var shown = PageForm.Parse(page)[^1].Fields.Where(field => field.Key is PageForm.Token or PageForm.Of);
        var all = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Concat(shown);
        if (files.Count == 0)
            return await browser.PostFormAsync(path, all);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in all)
            form.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(part, field, name);
        }

        return await browser.PostContentAsync(path, form);
    }

    /// <summary>A draft of a learning unit, as far as its criteria are known.</summary>
    public static async Task BeginDraftAsync(this Browser browser)
    {
        await browser.SendAsync("apply/phone", [("phone", "0912345678")]);
        await browser.SendAsync("apply/title", [("title", "DVHT")]);
        await browser.SendAsync("apply/level", [("level", "District")]);
        var (status, location, text) = await browser.SendAsync("apply/year", [("year", "2025")]);
        Assert.True(status is HttpStatusCode.SeeOther && location == "/apply/unit", text);
    }
}
