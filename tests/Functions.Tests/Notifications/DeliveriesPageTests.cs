using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;
using TitleCertification.Testing.Providers;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>The administrator's page: the mail server breaks, he sees it, it is mended, he sends again.</summary>
public sealed class DeliveriesPageTests : IAsyncLifetime, IDisposable
{
    private const string Page = "manage/deliveries";
    private readonly TestIssuer issuer = new() { NextPerson = "administrator" };
    private readonly FakeSmtp server = new();
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([
            .. issuer.Settings.Select(setting => (setting.Key, setting.Value)), ("Mailbox", ""), ("Smtp:Host", "127.0.0.1"),
            ("Smtp:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Smtp:Tls", "none"), ("Smtp:From", "Hội Khuyến học <noreply@example.vn>")]);
        issuer.Clock = app.Clock;
        browser = new(app.Api.Address);
        await browser.SignInAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    public void Dispose()
    {
        browser.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task Retry_OnceTheServerIsMended_SendsTheLetterOnce()
    {
        server.React = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? new("451 out of order") : null;
        var dossier = await SubmitAsync();
        await UntilShownAsync("Đang tự gửi lại");
        var (_, _, broken) = await browser.GetAsync(Page);
        Assert.Contains(dossier, broken, StringComparison.Ordinal);
        Assert.Contains("Nhà cung cấp từ chối thông báo. Mã trả lời: 451.", WebUtility.HtmlDecode(broken), StringComparison.Ordinal);
        Assert.DoesNotContain("an@example.vn", broken, StringComparison.Ordinal);
        Assert.Contains("Thử lại lúc 09:0", WebUtility.HtmlDecode(broken), StringComparison.Ordinal);

        server.React = _ => null;
        var sent = await PostAsync(broken, ("do", "retry"));

        Assert.Equal((HttpStatusCode.SeeOther, "/manage/deliveries?again=1&skipped=0"), (sent.Status, sent.Location));
        // What is being sent just now is on no list either.
        await app.UntilAsync(() => Task.FromResult(!server.Accepted.IsEmpty), "the letter is not sent again");
        await UntilShownAsync("Mọi thông báo đều đã gửi được.");
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(server.Accepted);
    }

    [Fact]
    public async Task RetryAll_AndGiveUp_OfWhatWasRefusedForGood()
    {
        server.React = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new("550 no such user") : null;
        await SubmitAsync();
        await UntilShownAsync("Mã trả lời: 550.");
        var again = await PostAsync((await browser.GetAsync(Page)).Text, ("do", "retry-all"), ("id", ""));
        Assert.Equal("/manage/deliveries?again=1&skipped=0", again.Location);
        await UntilShownAsync("Mã trả lời: 550.");

        var (status, location, _) = await PostAsync((await browser.GetAsync(Page)).Text, ("do", "give-up"));

        Assert.Equal((HttpStatusCode.SeeOther, "/manage/deliveries?given-up=1&skipped=0"), (status, location));
        Assert.Contains("Đã thôi gửi 1 thông báo.", WebUtility.HtmlDecode((await browser.GetAsync(location![1..])).Text), StringComparison.Ordinal);
        await UntilShownAsync("Mọi thông báo đều đã gửi được.");
        Assert.Empty(server.Accepted);
    }

    /// <summary>He is told nothing of the case, and cannot reach it by what he has seen before.</summary>
    [Fact]
    public async Task Message_OfACaseThatIsHisOwn_IsNotHisToSend()
    {
        server.React = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new("550 no such user") : null;
        var dossier = await SubmitAsync();
        await UntilShownAsync("Mã trả lời: 550.");
        var before = (await browser.GetAsync(Page)).Text;
        var declared = await browser.PostAsync(
            $"api/applications/{dossier}/conflict", new() { ["kind"] = "Family", ["reason"] = "Em trai đứng đơn" }, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.NoContent, declared.Status);

        await UntilShownAsync("Mọi thông báo đều đã gửi được.");
        Assert.Equal("/manage/deliveries?again=0&skipped=1", (await PostAsync(before, ("do", "retry"))).Location);
        Assert.Equal("/manage/deliveries?given-up=0&skipped=1", (await PostAsync(before, ("do", "give-up"))).Location);
    }

    [Fact]
    public async Task Post_NothingChosenOrNotOurForm_ChangesNothing()
    {
        server.React = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? new("550 no such user") : null;
        await SubmitAsync();
        await UntilShownAsync("Mã trả lời: 550.");
        var form = PageForm.Parse((await browser.GetAsync(Page)).Text).Single(form => form.Action == "/" + Page);

        var nothing = await browser.PostFormAsync(Page, form.With(("do", "retry")).Where(field => field.Key != "id"));
        var foreign = await browser.PostFormAsync(Page, [KeyValuePair.Create("do", "give-up"), KeyValuePair.Create("id", form.Fields["id"])]);
        var unknown = await browser.PostFormAsync(Page, form.With(("do", "give-up"), ("id", "../../x")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Chưa chọn thông báo nào.", WebUtility.HtmlDecode(nothing.Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Equal("/manage/deliveries?given-up=0&skipped=1", unknown.Location);
        Assert.Contains("Mã trả lời: 550.", WebUtility.HtmlDecode((await browser.GetAsync(Page)).Text), StringComparison.Ordinal);
    }

    private async Task<string> SubmitAsync()
    {
        var submission = SampleSubmission.Of();
        submission["representative"]!["email"] = "an@example.vn";
        return (await app.Api.SubmitAsync(submission)).Json["dossier"]!.GetValue<string>();
    }

    /// <summary>Sends the form as it is, with the one message chosen.</summary>
    private Task<(HttpStatusCode Status, string? Location, string Text)> PostAsync(string page, params (string Name, string Value)[] typed) =>
        browser.PostFormAsync(Page, PageForm.Parse(page).Single(form => form.Action == "/" + Page).With(typed));

    private Task UntilShownAsync(string text) =>
        app.UntilAsync(async () => WebUtility.HtmlDecode((await browser.GetAsync(Page)).Text).Contains(text, StringComparison.Ordinal), $"'{text}' is not shown");
}
