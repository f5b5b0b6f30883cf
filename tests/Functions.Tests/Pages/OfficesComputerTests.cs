using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>A computer of an office that several people use: what an officer has written down of a family is not there for the next one.</summary>
public sealed class OfficesComputerTests : IAsyncLifetime, IDisposable
{
    private const string Officer = "commune-361-tt-lieu-de";
    private const string Family = "Gia đình Họa Mi";
    private readonly TestIssuer issuer = new() { NextPerson = Officer };
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);
        issuer.Clock = app.Clock;
        browser = new(app.Api.Address);
        browser.Headers["Accept"] = "text/html";
        await browser.SignInAsync();
        await SendAsync("apply/assist", ("phone", "0912345678"));
        await SendAsync("apply/holder", ("name", Family));
        Assert.Contains(Family, (await browser.GetAsync("apply/holder")).Text, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        browser.Dispose();
        issuer.Dispose();
    }

    [Theory]
    [InlineData("apply/holder")]
    [InlineData("apply/tasks")]
    [InlineData("apply/check")]
    [InlineData("apply/evidence")]
    [InlineData("apply/criteria/1")]
    public async Task Draft_OfAnOfficerWhoseSessionIsOver_LeadsToSigningIn(string page)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(31));

        var answer = await browser.GetAsync(page);

        Assert.Equal((HttpStatusCode.Redirect, $"/sign-in?returnTo={Uri.EscapeDataString($"/{page}")}"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Draft_OfAnOfficer_IsNotForTheNextOne()
    {
        issuer.NextPerson = "district-361";
        await browser.SignInAsync();

        var answer = await browser.GetAsync("apply/holder");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain(Family, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ClosesTheDraftAndTheCaseThatStandOpen()
    {
        var dossier = await app.SubmitAsync();
        await SendAsync("track", ("dossier", dossier), ("digits", "5678"));
        Assert.Equal(["case", "draft"], browser.Cookies.Keys.Intersect(["draft", "case"]).Order());

        var form = PageForm.Parse((await browser.GetAsync("review/keys")).Text).First(form => form.Action == "/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync("sign-out", form.With())).Status);

        Assert.Equal([], browser.Cookies.Keys.Intersect(["draft", "case", "session"]));
    }

    private async Task SendAsync(string page, params (string Name, string Value)[] typed)
    {
        var form = PageForm.Parse((await browser.GetAsync(page)).Text).First(form => form.Action.TrimStart('/') == page);
        var answer = await browser.PostFormAsync(page, form.With(typed));
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.ToString());
    }
}
