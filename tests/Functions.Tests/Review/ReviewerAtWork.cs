using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>The service, and the browser of the district's reviewer who has signed in.</summary>
public abstract class ReviewerAtWork : IAsyncLifetime
{
    private protected App App { get; private set; } = null!;

    private protected Browser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await App.StartAsync();
        Browser = StaffBrowser.Open(App, StaffBrowser.Reviewer);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }
}
