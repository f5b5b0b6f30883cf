using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>Whoever signs many cases under one decision writes its number once a day.</summary>
public sealed class RememberedDecisionTests : IAsyncLifetime
{
    private const string Number = "1234/QĐ-UBND";

    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Approve_AfterAnother_BeginsWithItsDecisionOnTheSameDayAlone()
    {
        var (first, second) = (await ApprovedByDistrictAsync("Trường A"), await ApprovedByDistrictAsync("Trường B"));
        using var browser = StaffBrowser.Open(app, SamplePerson.Approver);
        Assert.Equal(("", ""), await StandsAsync(browser, second));
        var form = PageForm.Parse((await browser.GetAsync($"review/{first}/approve")).Text)[^1];
        var (status, location, _) = await browser.PostFormAsync($"review/{first}/approve", form.With(("number", Number), ("day", "02/03/2026")));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.StartsWith($"/review?done=approved&of={first}&due=", location, StringComparison.Ordinal);

        Assert.Equal((Number, "02/03/2026"), await StandsAsync(browser, second));
        browser.SignIn(app, SamplePerson.SecondApprover);
        Assert.Equal(("", ""), await StandsAsync(browser, second));
        app.Clock.Advance(TimeSpan.FromDays(1));
        browser.SignIn(app, SamplePerson.Approver);
        Assert.Equal(("", ""), await StandsAsync(browser, second));
    }

    private static async Task<(string Number, string Day)> StandsAsync(Browser browser, string dossier)
    {
        var page = (await browser.GetAsync($"review/{dossier}/approve")).Text;
        var form = PageForm.Parse(page)[^1];
        Assert.Equal(form.Fields["number"].Length > 0, page.Contains("lần đồng ý trước trong hôm nay", StringComparison.Ordinal));
        return (form.Fields["number"], form.Fields["day"]);
    }

    private async Task<string> ApprovedByDistrictAsync(string holder)
    {
        var dossier = await app.SubmitAsync(holder);
        await app.ApproveAsync(dossier, "district");
        await app.UntilQueuedAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        return dossier;
    }
}
