using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Signing in by the code flow, on the running service, and what others do to get at the session.</summary>
public sealed class SessionsTests : IAsyncLifetime, IDisposable
{
    private const string Session = "session";
    private readonly TestIssuer issuer = new();
    private App app = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);
        issuer.Clock = app.Clock;
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task SignIn_ByTheCodeFlow_EndsWhereItBegan()
    {
        using var browser = NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("api/me")).Status);

        var back = await browser.SignInAsync("/track?x=1");

        Assert.Equal((HttpStatusCode.Found, "/track?x=1"), (back.Status, back.Location));
        var cookie = browser.SetCookies.Single(set => set.StartsWith("session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("district-361", cookie, StringComparison.Ordinal);
        Assert.False(browser.Cookies.ContainsKey("sign-in"));
        Assert.Contains("district-361", (await browser.GetAsync("api/me")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("/hồ-sơ")]
    [InlineData("/review?show=late done")]
    public async Task SignIn_ReturnToAnotherSite_LeadsHome(string returnTo)
    {
        using var browser = NewBrowser();
        Assert.Equal("/", (await browser.SignInAsync(returnTo)).Location);
    }

    [Fact]
    public async Task Callback_InABrowserThatDidNotBegin_IsRefused()
    {
        using var victim = NewBrowser();
        using var attacker = NewBrowser();
        var callback = await attacker.BeginAsync();

        // Login CSRF: the attacker has the victim open his own answer.
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.GetAsync(callback)).Status);
        // And in the midst of a sign-in of the victim's own.
        var own = await victim.BeginAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.GetAsync(callback)).Status);
        // That attempt is used up by it.
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.GetAsync(own)).Status);
        Assert.False(victim.Cookies.ContainsKey(Session));
    }

    [Fact]
    public async Task Callback_Twice_IsRefusedTheSecondTime()
    {
        using var browser = NewBrowser();
        var callback = await browser.BeginAsync();
        var pending = browser.Cookies["sign-in"];
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(callback)).Status);

        browser.Cookies["sign-in"] = pending;

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(callback)).Status);
    }

    [Theory]
    [InlineData("another nonce", "nonce", "x")]
    [InlineData("another audience", "aud", "other")]
    [InlineData("another issuer", "iss", "https://evil.example")]
    [InlineData("nobody", "sub", "")]
    [InlineData("the applicants", "sub", "applicant")]
    public async Task Callback_IdentityTokenThatIsNotOfThisSignIn_SignsNobodyIn(string why, string claim, string value)
    {
        issuer.Spoil = claims => claims[claim] = value;
        using var browser = NewBrowser();
        await browser.SignInAsync();
        Assert.True(HttpStatusCode.Unauthorized == (await browser.GetAsync("api/me")).Status, why);
    }

    [Theory]
    [InlineData("vi", "state=x&code=y", "sign_in_failed", "Đăng nhập không thành công")]
    [InlineData("en", "state=x&code=y", "sign_in_failed", "did not succeed")]
    [InlineData("vi", "state={state}&code=made-up", "sign_in_failed", "Đăng nhập không thành công")]
    [InlineData("vi", "state={state}&error=server_error&error_description=Ng%C6%B0%E1%BB%9Di+x%E1%BA%A5u", "sign_in_failed", "Đăng nhập không thành công")]
    [InlineData("vi", "state={state}&error=access_denied", "sign_in_denied", "chưa được đồng ý")]
    [InlineData("en", "state={state}&error=access_denied&error_description=x", "sign_in_denied", "did not agree")]
    [InlineData("vi", "state=x&error=access_denied", "sign_in_failed", "Đăng nhập không thành công")]
    [InlineData("en", "state={state}&code={code}&iss=https://evil.example", "sign_in_failed", "did not succeed")]
    public async Task Callback_Failed_IsAPageThatLeadsBackToIt(string language, string query, string code, string sentence)
    {
        using var browser = NewBrowser();
        browser.Headers["Accept"] = "text/html";
        browser.Cookies["lang"] = language;
        var good = System.Web.HttpUtility.ParseQueryString((await browser.BeginAsync("/track?x=1")).Split('?')[1]);

        var answer = await browser.GetAsync("sign-in/callback?" + query
            .Replace("{state}", Uri.EscapeDataString(good["state"]!), StringComparison.Ordinal).Replace("{code}", good["code"], StringComparison.Ordinal));

        Assert.Equal(code == "sign_in_denied" ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"<code>{code}</code>", answer.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?returnTo=%2Ftrack%3Fx%3D1\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Người xấu", answer.Text, StringComparison.Ordinal);
        Assert.False(browser.Cookies.ContainsKey(Session));
        Assert.False(browser.Cookies.ContainsKey("sign-in"));
    }

    [Fact]
    public async Task Callback_Expired_SaysSoAsAPageAndAsAProblem()
    {
        using var browser = NewBrowser();
        var callback = await browser.BeginAsync("/track");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("\"code\":\"sign_in_expired\"", (await browser.GetAsync(callback)).Text, StringComparison.Ordinal);
        browser.Headers["Accept"] = "text/html";

        var answer = await browser.GetAsync(await LateAsync());

        Assert.Contains("<code>sign_in_expired</code>", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in\"", answer.Text, StringComparison.Ordinal);

        async Task<string> LateAsync()
        {
            var again = await browser.BeginAsync("/track");
            app.Clock.Advance(TimeSpan.FromMinutes(11));
            return again;
        }
    }

    [Fact]
    public async Task Callback_TooLate_IsRefused()
    {
        using var browser = NewBrowser();
        var callback = await browser.BeginAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(callback)).Status);
    }

    [Fact]
    public async Task SignIn_WithASessionPlantedBefore_GetsAnother()
    {
        // Fixation: what the attacker knew before the victim signed in must be worth nothing after.
        using var attacker = NewBrowser();
        await attacker.SignInAsync();
        using var victim = NewBrowser();
        victim.Cookies[Session] = attacker.Cookies[Session];
        issuer.NextPerson = "province-36";

        await victim.SignInAsync();

        Assert.NotEqual(attacker.Cookies[Session], victim.Cookies[Session]);
        Assert.Contains("province-36", (await victim.GetAsync("api/me")).Text, StringComparison.Ordinal);
        Assert.Contains("district-361", (await attacker.GetAsync("api/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_Tampered_IsNoSession()
    {
        using var browser = NewBrowser();
        await browser.SignInAsync();
        var good = browser.Cookies[Session];
        foreach (var place in Enumerable.Range(0, 40).Select(i => i * (good.Length - 1) / 40))
        {
            browser.Cookies[Session] = good[..place] + (good[place] == 'A' ? 'B' : 'A') + good[(place + 1)..];
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("api/me")).Status);
        }
    }

    [Fact]
    public async Task Session_NotUsedOrTooLong_Ends()
    {
        using var idle = NewBrowser();
        await idle.SignInAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("api/me")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("api/me")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("api/me")).Status);

        using var busy = NewBrowser();
        await busy.SignInAsync();
        for (var minutes = 0; minutes < 590; minutes += 20)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("api/me")).Status);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.GetAsync("api/me")).Status);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer()
    {
        using var browser = NewBrowser();
        await browser.SignInAsync();
        var stolen = browser.Cookies[Session];
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var (status, location, _) = await browser.PostAsync("sign-out", [], ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.StartsWith(issuer.Issuer, location, StringComparison.Ordinal);
        Assert.False(browser.Cookies.ContainsKey(Session));
        browser.Cookies[Session] = stolen;
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("api/me")).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("X-Nothing", "said")]
    public async Task Post_FromAnotherSiteWithTheCookie_ChangesNothing(string header, string value)
    {
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        using var browser = NewBrowser();
        await browser.SignInAsync();

        foreach (var (path, body) in new[] { ($"api/applications/{dossier}/approve", """{"stage":"district"}"""), ("sign-out", "{}"), ("api/applications", "{}") })
        {
            var (status, _, text) = await browser.PostAsync(path, (JsonObject)JsonNode.Parse(body)!, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("cross_site", text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("api/me")).Status);
        Assert.Equal("district", (await app.GetAsync(dossier))["stage"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_FromAPageOfOurOwn_IsAccepted()
    {
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        using var browser = NewBrowser();
        await browser.SignInAsync();
        var origin = app.Api.Address.GetLeftPart(UriPartial.Authority);

        var (status, _, text) = await browser.PostAsync($"api/applications/{dossier}/approve", new JsonObject { ["stage"] = "district" }, ("Origin", origin));

        Assert.True(status == HttpStatusCode.OK, text);
    }

    [Fact]
    public async Task Submit_SignedIn_IsTheirsWithoutDigits()
    {
        issuer.NextPerson = "a-citizen";
        using var citizen = NewBrowser();
        await citizen.SignInAsync();

        var (status, location, text) = await citizen.PostAsync("api/applications", SampleSubmission.Of(), ("Sec-Fetch-Site", "same-origin"), ("Idempotency-Key", Guid.NewGuid().ToString()));

        Assert.True(status == HttpStatusCode.Created, text);
        Assert.Equal(HttpStatusCode.OK, (await citizen.GetAsync(location!.TrimStart('/'))).Status);
        issuer.NextPerson = "another-citizen";
        using var other = NewBrowser();
        await other.SignInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(location.TrimStart('/'))).Status);
    }

    private Browser NewBrowser() => new(app.Api.Address);
}
