using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Review;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>Several windows of one browser, and one that was left open for long: nothing lands in another case or draft, and nothing that was typed is lost.</summary>
public sealed class WindowsTests : IAsyncLifetime, IDisposable
{
    private readonly TestIssuer issuer = new() { NextPerson = StaffBrowser.Reviewer };
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);
        (issuer.Clock, app.Api.Issuer) = (app.Clock, issuer);
        browser = new(app.Api.Address) { Headers = { ["Accept"] = "text/html" } };
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        browser.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task Form_OfACaseWhileAnotherIsOpen_ChangesNeither()
    {
        var (one, other) = (await app.SubmitAsync("Trường A"), await app.SubmitAsync("Trường B"));
        await OpenAsync(one);
        var form = await FormAsync("track/withdraw");
        await OpenAsync(other);

        var (status, _, text) = await browser.PostFormAsync("track/withdraw", form.Fields);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("another_opened", text, StringComparison.Ordinal);
        foreach (var dossier in (string[])[one, other])
            Assert.Equal("InReview", (await app.GetAsync(dossier))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Form_OfADraftWhileAnotherIsOpen_ChangesNeither()
    {
        await browser.SendAsync("apply/phone", [("phone", "0912345678")]);
        var form = await FormAsync("apply/holder");
        await browser.SendAsync("apply/phone", [("phone", "0912345678")]);

        var (status, _, _) = await browser.PostFormAsync("apply/holder", form.With(("name", "Gia đình khác")));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.DoesNotContain("Gia đình khác", (await browser.GetAsync("apply/holder")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("score")]
    public async Task Form_SentAfterTheSession_IsTakenWhenSentAgain(string what)
    {
        var dossier = await app.SubmitAsync("Trường A");
        await browser.SignInAsync();
        var form = what is "score" ? PageForm.Parse((await browser.GetAsync($"review/{dossier}")).Text).Single(form => form.Action.EndsWith("/score", StringComparison.Ordinal))
            : await FormAsync($"review/{dossier}/{what}");
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var fields = form.With(("note", "Đã xem tại chỗ"), ("step", "fill"));
        var (status, _, text) = await browser.PostFormAsync($"review/{dossier}/{what}", fields);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        var page = what is "score" ? $"/review/{dossier}" : $"/review/{dossier}/{what}";
        Assert.Contains($"href=\"/sign-in?returnTo={Uri.EscapeDataString(page)}\" target=\"_blank\"", text, StringComparison.Ordinal);

        await browser.SignInAsync();
        var (again, _, _) = await browser.PostFormAsync($"review/{dossier}/{what}", fields);
        Assert.Equal(what is "score" ? HttpStatusCode.OK : HttpStatusCode.SeeOther, again);
    }

    [Fact]
    public async Task Form_OfACaseThatWasClosed_IsTakenWhenItIsOpenAgain()
    {
        var dossier = await app.SubmitAsync("Trường A");
        await OpenAsync(dossier);
        var form = await FormAsync("track/withdraw");
        browser.Cookies.Remove("case");

        var (status, _, text) = await browser.PostFormAsync("track/withdraw", form.Fields);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("href=\"/track\" target=\"_blank\"", text, StringComparison.Ordinal);

        await OpenAsync(dossier);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync("track/withdraw", form.Fields)).Status);
        Assert.Equal("Withdrawn", (await app.GetAsync(dossier))["status"]!.GetValue<string>());
    }

    /// <summary>The switches of language and text size lead to a page where the form was sent to an address that shows none.</summary>
    [Fact]
    public async Task Switches_OnAPageThatAnswersAForm_LeadSomewhere()
    {
        var dossier = await app.SubmitAsync("Trường A");
        await browser.SignInAsync();
        var form = PageForm.Parse((await browser.GetAsync($"review/{dossier}")).Text).Single(form => form.Action.EndsWith("/score", StringComparison.Ordinal));

        var (_, _, text) = await browser.PostFormAsync($"review/{dossier}/score", form.With(("step", "fill")));

        Assert.Contains($"href=\"/review/{dossier}?lang=en\"", text, StringComparison.Ordinal);
    }

    private async Task<PageForm> FormAsync(string page) => PageForm.Parse((await browser.GetAsync(page)).Text)[^1];

    private async Task OpenAsync(string dossier)
    {
        var (status, _, text) = await browser.PostFormAsync("track", (await FormAsync("track")).With(("dossier", dossier), ("digits", SampleSubmission.PhoneDigits)));
        Assert.True(status is HttpStatusCode.SeeOther, text);
    }
}
