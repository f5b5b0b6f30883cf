using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Review;

/// <summary>Rows of the queue stay marked from page to page, until something is done with them.</summary>
public sealed class PickedRowsTests : ReviewerAtWork
{
    [Fact]
    public async Task Marks_OfSeveralPages_ComeTogetherToTheApproval()
    {
        var (a, b, c) = (await App.SubmitAsync("Trường A"), await App.SubmitAsync("Trường B"), await App.SubmitAsync("Trường C"));

        var (status, location, _) = await SendAsync("review/selected", shown: [a], picked: [a], ("do", "page 2"));
        Assert.Equal((HttpStatusCode.SeeOther, "/review?page=2"), (status, location));
        await SendAsync("review/selected", shown: [b, c], picked: [b], ("do", "page 1"));
        Assert.Equal([a, b], await MarkedAsync());

        // The mark of one that was shown has been taken off; one that is not on the page is not forgotten.
        await SendAsync("review/selected", shown: [b, c], picked: [c], ("do", "page 1"));
        Assert.Equal([a, c], await MarkedAsync());
        Assert.Contains("kể cả 1 hồ sơ ở trang khác", await FilteredAsync("truong c"), StringComparison.Ordinal);

        var (_, _, look) = await SendAsync("review/bulk", shown: [c], picked: [c]);
        Assert.Equal([a, c], Picks(look));
        var seen = Regex.Matches(look, "name=\"seen\" value=\"([^\"]+)\"").Select(match => ("seen", match.Groups[1].Value));
        var (_, _, done) = await SendAsync("review/bulk", shown: [], picked: [a, c], [("step", "send"), .. seen]);
        Assert.Contains("Đã đồng ý 2 hồ sơ", done, StringComparison.Ordinal);
        await FilteredAsync("");
        Assert.Empty(await MarkedAsync());
    }

    [Fact]
    public async Task Marks_DecidedOrOfSomebodyElse_AreGone()
    {
        var (a, b) = (await App.SubmitAsync("Trường A"), await App.SubmitAsync("Trường B"));
        await SendAsync("review/selected", shown: [a, b], picked: [a, b], ("do", "page 1"));
        Browser.SignIn(App, SamplePerson.SecondReviewer);
        Assert.Empty(await MarkedAsync());
        Browser.SignIn(App, StaffBrowser.Reviewer);
        Assert.Equal([a, b], await MarkedAsync());

        var page = (await Browser.GetAsync($"review/{a}/approve")).Text;
        Assert.Equal(HttpStatusCode.SeeOther, (await Browser.PostFormAsync($"review/{a}/approve", PageForm.Parse(page)[^1].Fields)).Status);
        var (_, _, look) = await SendAsync("review/bulk", shown: [b], picked: [b]);
        Assert.Equal([b], Picks(look));
        Assert.DoesNotContain(a, look, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_EveryRowLeftOut_SaysSoAndKeepsWhatIsTyped()
    {
        var a = await App.SubmitAsync("Trường A");
        var (_, _, look) = await SendAsync("review/bulk", shown: [a], picked: [a]);
        var seen = PageForm.Parse(look)[^1].Fields["seen"];

        var (status, _, again) = await SendAsync("review/bulk", shown: [], picked: [], ("step", "send"), ("seen", seen), ("note", "Đã xem tại chỗ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#pick\"", again, StringComparison.Ordinal);
        Assert.Equal("Đã xem tại chỗ", PageForm.Parse(again)[^1].Fields["note"]);
        Assert.Equal(seen, PageForm.Parse(again)[^1].Fields["seen"]);
    }

    [Fact]
    public async Task Take_OnALaterPage_StaysOnIt()
    {
        var dossier = await App.SubmitAsync("Trường A");

        foreach (var (picked, done) in new[] { (Array.Empty<string>(), "none"), ([dossier], "taken") })
            Assert.Equal($"/review?done={done}&page=3", (await SendAsync("review/selected", shown: [dossier], picked, ("do", "take"), ("page", "3"))).Location);
        Assert.Equal("/review?done=released", (await SendAsync("review/selected", shown: [dossier], picked: [dossier], ("do", "release"), ("page", "rubbish"))).Location);
    }

    [Fact]
    public async Task Look_AtTheLastStage_ShowsWhatTheStageBeforeHasFound()
    {
        var dossier = await App.SubmitAsync("Trường A");
        var answers = SampleSubmission.Of()["answers"]!.DeepClone();
        var given = answers.AsArray().Sum(answer => answer!["points"]!.GetValue<int>());
        answers[0]!["points"] = answers[0]!["points"]!.GetValue<int>() - 1;
        await App.PostAsync($"api/applications/{dossier}/score", $$"""{"stage":"district","answers":{{answers.ToJsonString()}}}""", StaffBrowser.Reviewer);
        await App.ApproveAsync(dossier, "district");
        await App.UntilQueuedAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        Browser.SignIn(App, SamplePerson.Approver);

        var (_, _, look) = await SendAsync("review/bulk", shown: [dossier], picked: [dossier]);

        foreach (var total in (int[])[given, given - 1])
            Assert.Contains($"{total}/100", look, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_WordsBesideAReasonNotChosen_AreNotDroppedUnseen()
    {
        var dossier = await App.SubmitAsync("Trường A");
        var form = PageForm.Parse((await Browser.GetAsync($"review/{dossier}/refuse")).Text)[^1];
        var fields = form.With(("step", "check"), ("kind", "EvidenceMissing"), ("text-Other", "Sai tên đơn vị"));

        var (status, _, text) = await Browser.PostFormAsync($"review/{dossier}/refuse", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#text-Other\"", text, StringComparison.Ordinal);
        Assert.Equal("Sai tên đơn vị", PageForm.Parse(text)[^1].Fields["text-Other"]);
    }

    private async Task<IReadOnlyList<string>> MarkedAsync() => Picks((await Browser.GetAsync("review")).Text);

    private async Task<string> FilteredAsync(string text)
    {
        await SendAsync("review/filter", [], [], ("text", text));
        return (await Browser.GetAsync("review")).Text;
    }

    private async Task<(HttpStatusCode Status, string? Location, string Text)> SendAsync(string path, string[] shown, string[] picked, params (string Name, string Value)[] fields)
    {
        var token = PageForm.Parse((await Browser.GetAsync("review")).Text)[^1].Fields[PageForm.Token];
        return await Browser.PostFormAsync(
            path, [.. picked.Select(dossier => ("pick", dossier)).Concat(fields).Append(("shown", string.Join(' ', shown))).Append((PageForm.Token, token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
    }

    private static IReadOnlyList<string> Picks(string page) =>
        [.. Regex.Matches(page, "<input type=\"checkbox\" name=\"pick\" value=\"([^\"]+)\"([^>]*)>").Where(match => match.Groups[2].Value.Contains("checked", StringComparison.Ordinal)).Select(match => match.Groups[1].Value)];
}
