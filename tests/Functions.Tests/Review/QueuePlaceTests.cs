using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>Whoever has decided a case goes on with the one after it, and comes back to where he was.</summary>
public sealed class QueuePlaceTests : IAsyncLifetime
{
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync();
        browser = StaffBrowser.Open(app, StaffBrowser.Reviewer);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Next_AfterADecision_IsTheCaseAfterItAsFilteredAndThenTheFirst()
    {
        var (first, middle, hidden, last) = (await app.SubmitAsync("Trường A"), await app.SubmitAsync("Trường B"), await app.SubmitAsync("Trung tâm C"), await app.SubmitAsync("Trường D"));
        var filter = PageForm.Parse((await browser.GetAsync("review")).Text).Single(form => form.Fields.ContainsKey("text"));
        await browser.PostFormAsync("review/filter", filter.With(("text", "truong")));

        var queue = await ApproveAsync(middle);
        Assert.Equal(last, NextOn(queue));
        Assert.DoesNotContain(hidden, queue, StringComparison.Ordinal);
        Assert.Equal(first, NextOn(await ApproveAsync(last)));
        Assert.Null(NextOn(await ApproveAsync(first)));
    }

    private async Task<string> ApproveAsync(string dossier)
    {
        var form = PageForm.Parse((await browser.GetAsync($"review/{dossier}/approve")).Text)[^1];
        var (_, location, _) = await browser.PostFormAsync($"review/{dossier}/approve", form.Fields);
        return (await browser.GetAsync(location!.TrimStart('/'))).Text;
    }

    private static string? NextOn(string page) => Regex.Match(page, "href=\"/review/([^\"]+)\" data-key=\"n\"") is { Success: true } match ? match.Groups[1].Value : null;
}
