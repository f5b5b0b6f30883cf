using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>How a page for staff asks for sign-in, and what it tells those it is not for.</summary>
public sealed class StaffPagesTests : IAsyncLifetime
{
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Get_NotSignedIn_LeadsToTheSignInAndBack()
    {
        using var answer = await AskAsync(HttpMethod.Get, "review?show=late", null);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnTo=%2Freview%3Fshow%3Dlate"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Post_NotSignedIn_OffersTheSignIn()
    {
        using var answer = await AskAsync(HttpMethod.Post, "review/filter", null);

        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Cần đăng nhập để tiếp tục</h1>", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?returnTo=%2Freview\" target=\"_blank\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Bạn chưa được giao thẩm quyền cho việc này.", "Đăng xuất")]
    [InlineData("en", "You have not been given the authority for this.", "Sign out")]
    public async Task Get_WithoutAuthority_IsAPageThatSaysSoInHisLanguage(string language, string sentence, string signOut)
    {
        using var answer = await AskAsync(HttpMethod.Get, $"review?lang={language}", "nobody-here");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains("action=\"/sign-out\"", text, StringComparison.Ordinal);
        Assert.Contains(signOut, text, StringComparison.Ordinal);
        Assert.DoesNotContain("problem", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_ByAProgram_IsAProblem() =>
        Assert.Equal((HttpStatusCode.Unauthorized, "sign_in_needed"), await app.Api.GetAsync("review") is var answer ? (answer.Status, answer.Code) : default);

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? person)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Api.Address };
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.ParseAdd("text/html");
        if (person is not null)
            request.Headers.Authorization = new("Bearer", TestIssuer.Shared.TokenOf(person, app.Clock));
        return await http.SendAsync(request);
    }
}
