using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Pages.Review;

namespace TitleCertification.Functions.Tests.Review;

public sealed class StaffCookiesTests
{
    private static readonly Actor Person = new(new string('p', 200), "Lan", []);
    private readonly StaffCookies cookies = new(new EphemeralDataProtectionProvider());

    /// <summary>Browsers drop a cookie of more than 4,096 bytes, and with it the whole selection.</summary>
    [Fact]
    public void Write_HundredOfTheLongestDossierNumbers_FitsAndIsReadAgain()
    {
        var picked = new PickedCookie(cookies);
        var dossiers = Enumerable.Range(1, 100).Select(order => $"000.00.04.H40.361-261124-{order * 97:D4}").ToList();
        var answer = new DefaultHttpContext();

        picked.Write(answer.Request, Person, dossiers);

        var cookie = answer.Response.Headers.SetCookie.Single()!;
        Assert.InRange(cookie.Length, 100, 4096);
        Assert.Equal(dossiers, picked.Read(With(cookie.Split(';')[0]), Person));
    }

    [Theory]
    [InlineData("picked=x")]
    [InlineData("picked=AAAA")]
    [InlineData("picked=%00%ff")]
    [InlineData("picked=")]
    public void Read_Rubbish_IsNothing(string cookie) => Assert.Empty(new PickedCookie(cookies).Read(With(cookie), Person));

    private static HttpRequest With(string cookie) => new DefaultHttpContext { Request = { Headers = { Cookie = cookie } } }.Request;
}
