using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Behind a front end that ends TLS every cookie is for https alone; and nobody but our own front end can say that there is one.</summary>
public sealed class SecureCookiesTests
{
    [Theory]
    [InlineData("1", "https", true)]
    [InlineData("1", "http, https", true)]
    [InlineData("1", "https, http", false)]
    [InlineData("2", "https, http", true)]
    [InlineData("2", "https", true)]
    [InlineData("1", "httpsx", false)]
    [InlineData("1", "", false)]
    [InlineData("0", "https", false)]
    public async Task EveryCookie_BehindAFrontEnd_IsSecureExactlyWhenItSaysHttps(string hops, string forwarded, bool secure)
    {
        var (cookies, strict) = await CookiesAsync(("ForwardedHops", hops), forwarded);

        Assert.Equal(secure ? ["__Host-session", "__Host-sign-in", "case", "draft", "form", "lang"] : ["case", "draft", "form", "lang", "session", "sign-in"], cookies.Keys.Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.Equal((cookie.Key, secure), (cookie.Key, cookie.Value.Contains("; secure", StringComparison.OrdinalIgnoreCase))));
        Assert.All(cookies.Values, cookie => Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies.Values, cookie => Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(secure, strict);
    }

    [Fact]
    public async Task EveryCookie_WhereTheSiteIsHttps_IsSecureWhateverTheHeadersSay()
    {
        var (cookies, strict) = await CookiesAsync(("Oidc:SiteUrl", "https://danhhieu.example.vn"), "http");

        Assert.All(cookies.Values, cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True(strict);
    }

    /// <summary>Every cookie the service sets on the way of somebody who signs in, applies and looks at a case.</summary>
    private static async Task<(IReadOnlyDictionary<string, string> Cookies, bool StrictTransport)> CookiesAsync((string Name, string Value) setting, string forwarded)
    {
        using var issuer = new TestIssuer();
        await using var app = await App.StartAsync([.. issuer.Settings.Select(known => (known.Key, known.Value)), setting]);
        issuer.Clock = app.Clock;
        var dossier = await app.SubmitAsync();
        using var browser = new Browser(app.Api.Address);
        if (forwarded.Length > 0)
            browser.Headers["X-Forwarded-Proto"] = forwarded;
        var seen = new Dictionary<string, string>();
        await browser.GetAsync("?lang=en");
        Note();
        var form = PageForm.Parse((await browser.GetAsync("apply/phone")).Text).Single();
        Note();
        await browser.PostFormAsync("apply/phone", form.With(("phone", "0912345678")));
        Note();
        await browser.PostFormAsync("track", form.With(("dossier", dossier), ("digits", SampleSubmission.PhoneDigits)));
        Note();
        var callback = await browser.BeginAsync();
        Note();
        await browser.GetAsync(callback);
        Note();
        return (seen, browser.StrictTransport);

        void Note()
        {
            foreach (var cookie in browser.SetCookies)
                seen[cookie.Split('=')[0]] = cookie;
        }
    }
}
