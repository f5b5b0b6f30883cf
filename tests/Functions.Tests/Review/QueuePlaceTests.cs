using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>Whoever has decided a case goes on with the one after it, and comes back to where he was.</summary>
public sealed class QueuePlaceTests : ReviewerAtWork
{
    [Fact]
    public async Task Next_AfterADecision_IsTheCaseAfterItAsFilteredAndThenTheFirst()
    {
        var (first, middle, hidden, last) = (await App.SubmitAsync("Trường A"), await App.SubmitAsync("Trường B"), await App.SubmitAsync("Trung tâm C"), await App.SubmitAsync("Trường D"));
        var filter = PageForm.Parse((await Browser.GetAsync("review")).Text).Single(form => form.Fields.ContainsKey("text"));
        await Browser.PostFormAsync("review/filter", filter.With(("text", "truong")));

        var queue = await ApproveAsync(middle);
        Assert.Equal(last, NextOn(queue));
        Assert.DoesNotContain(hidden, queue, StringComparison.Ordinal);
        Assert.Equal(first, NextOn(await ApproveAsync(last)));
        Assert.Null(NextOn(await ApproveAsync(first)));
    }

    private async Task<string> ApproveAsync(string dossier)
    {
        var form = PageForm.Parse((await Browser.GetAsync($"review/{dossier}/approve")).Text)[^1];
        var (_, location, _) = await Browser.PostFormAsync($"review/{dossier}/approve", form.Fields);
        return (await Browser.GetAsync(location!.TrimStart('/'))).Text;
    }

    private static string? NextOn(string page) => Regex.Match(page, "href=\"/review/([^\"]+)\" data-key=\"n\"") is { Success: true } match ? match.Groups[1].Value : null;
}
