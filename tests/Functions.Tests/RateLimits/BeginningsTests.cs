using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.RateLimits;

/// <summary>Nobody uses up the dossier numbers of a day, nor the disk, at the pace at which he may ask.</summary>
public class BeginningsTests
{
    private const int Allowed = 10;

    [Fact]
    public async Task Begun_MoreThanAnHourAllows_WaitsWhereverItBegins_AndOthersPass()
    {
        await using var app = await App.StartAsync(("RequestsPerMinute", $"{2 * Allowed}"));
        var refused = new JsonObject();
        for (var i = 0; i < Allowed; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Api.SubmitAsync(refused.DeepClone())).Status);

        Assert.Equal("too_many_requests", (await app.Api.SubmitAsync(refused.DeepClone())).Code);
        Assert.Equal("too_many_requests", (await app.Api.SendAsync(HttpMethod.Post, "api/evidence")).Code);
        Assert.Equal("too_many_requests", (await app.Api.PostAsync("api/drafts", new JsonObject { ["phone"] = "0912345678" })).Code);
        // Who has signed in has a count of his own.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Api.SendAsync(HttpMethod.Post, "api/applications", refused.DeepClone(), SamplePerson.ReviewerOf("361"), key: "0123456789")).Status);
        Assert.Equal(HttpStatusCode.Created, (await app.Api.SendAsync(HttpMethod.Post, "api/evidence", person: SamplePerson.ReviewerOf("361"))).Status);
        using var browser = new Browser(app.Api.Address);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SendAsync("apply/phone", [("phone", "0912345678")])).Status);

        app.Clock.Advance(TimeSpan.FromHours(1) / Allowed);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync("apply/phone", [("phone", "0912345678")])).Status);
        Assert.Equal("too_many_requests", (await app.Api.SendAsync(HttpMethod.Post, "api/evidence")).Code);
    }
}
