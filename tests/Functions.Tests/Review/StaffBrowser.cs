using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>What one of the staff does in a browser, and the cases that wait for him.</summary>
internal static class StaffBrowser
{
    public static readonly string Reviewer = SamplePerson.ReviewerOf("361");

    public static Browser Open(App app, string person)
    {
        var browser = new Browser(app.Api.Address) { Headers = { ["Accept"] = "text/html" } };
        browser.SignIn(app, person);
        return browser;
    }

    public static void SignIn(this Browser browser, App app, string person) => browser.Headers["Authorization"] = $"Bearer {TestIssuer.Shared.TokenOf(person, app.Clock)}";

    /// <returns>Dossier number of a case that waits for the district.</returns>
    public static async Task<string> SubmitAsync(this App app, string holder)
    {
        var dossier = (await app.AnsweredAsync(app.Api.SubmitAsync(SampleSubmission.Of(holder)))).Json["dossier"]!.GetValue<string>();
        await app.UntilQueuedAsync("DistrictReviewer/361", Reviewer, dossier);
        return dossier;
    }
}
