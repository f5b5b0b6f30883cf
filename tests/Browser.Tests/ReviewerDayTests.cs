using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using TitleCertification.Testing;

namespace TitleCertification.Browser.Tests;

/// <summary>What reviewers and approvers do all day, and what they see when somebody else was first.</summary>
[Collection(nameof(Portal))]
public sealed class ReviewerDayTests(Portal portal)
{
    private const int Cases = 20;

    /// <summary>Two approved one by one, one sent back, one refused with its reason, one left out, the rest approved together: by Tab, Enter and Space alone.</summary>
    [Theory]
    [InlineData("vi", 1280, false, "366", "366-tt-con")]
    [InlineData("en", 360, true, "362", "362-tt-nam-giang")]
    public async Task Reviewer_TwentyCasesByKeyboard_DecidesEach(string language, int width, bool script, string district, string unit)
    {
        var (words, reviewer) = (ReviewWords.Of(language), SamplePerson.ReviewerOf(district));
        var dossiers = await SubmitAsync("Trường", Cases, unit);
        // Each by itself: they come into the queue in any order.
        foreach (var dossier in dossiers.Values)
            await portal.UntilQueuedAsync(dossier, reviewer);
        var page = await portal.OpenAsync(width, script, language: language, person: reviewer);
        // Where the page glides to the next thing, a test would look while it is still gliding.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/review");

        foreach (var number in (int[])[1, 2])
        {
            await page.EnterAsync(Name(number));
            await page.EnterAsync(words.Approve);
            await page.EnterAsync(words.Approve);
            Assert.Contains(dossiers[number], await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
        }

        await page.EnterAsync(Name(3));
        await page.EnterAsync(words.Ask);
        await page.WriteIntoAsync("2.1 ", "Xin gửi danh sách giáo viên.");
        await page.EnterAsync(words.Continue);
        await page.EnterAsync(words.SendAsk);

        await page.EnterAsync(Name(4));
        await page.EnterAsync(words.Refuse);
        await page.EnterAsync(words.Continue);
        await page.SpaceAsync(words.EvidenceMissing);
        await page.WriteIntoAsync(words.EvidenceDetails, "Không gửi tài liệu nào.");
        await page.EnterAsync(words.Continue);
        await page.EnterAsync(words.RefuseYes);

        await page.EnterAsync(words.WholePage, navigates: !script);
        await page.EnterAsync(words.Look);
        if (script)
            await IsAccessibleAsync(page);
        await page.SpaceAsync($"{words.ApproveOf} {Name(Cases)}");
        await page.EnterAsync(words.ApproveMarked);
        if (script)
            await IsAccessibleAsync(page);
        Assert.Contains($"{Cases - 5}", await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);

        var stages = new Dictionary<int, string?>();
        foreach (var (number, dossier) in dossiers)
            stages.Add(number, await StandAsync(dossier));
        Assert.Equal(
            Enumerable.Range(1, Cases).ToDictionary(number => number, number => number switch { 3 => "AwaitingCorrection", 4 => "Refused", Cases => "district", _ => "province" }), stages!);
        await page.ReloadAsync();
        await page.GotoAsync("/review");
        Assert.Contains(Name(Cases), await page.Locator(".cases tbody").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("vi", 360, false)]
    [InlineData("en", 1280, true)]
    public async Task Approver_OneAndSeveral_CarryTheDecision(string language, int width, bool script)
    {
        var words = ReviewWords.Of(language);
        var prefix = $"Trung tâm {language}";
        string[] dossiers = [await portal.ApprovedByDistrictAsync($"{prefix} một"), await portal.ApprovedByDistrictAsync($"{prefix} hai"), await portal.ApprovedByDistrictAsync($"{prefix} ba")];
        foreach (var dossier in dossiers)
            await portal.UntilQueuedAsync(dossier, SamplePerson.Approver);
        var page = await portal.OpenAsync(width, script, language: language, person: SamplePerson.Approver);
        await page.GotoAsync("/review");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = words.Search }).FillAsync($"TRUNG TAM {language}");
        await page.PressAsync(words.Filter);
        Assert.Equal(3, await page.Locator(".cases tbody tr").CountAsync());
        Assert.DoesNotContain("TRUNG", page.Url, StringComparison.OrdinalIgnoreCase);

        await page.FollowAsync($"{prefix} một");
        Assert.Contains("Đã kiểm tra tại trường", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Portal.DistrictRemark, await page.Locator("tr:has(#name-2\\.1)").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("2.1", await page.Locator("#case .notice").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("a[data-key='a']").GoAsync();
        await page.PressAsync(words.Approve);
        Assert.Equal(2, await page.Locator(".errors li").CountAsync());
        await DecideAsync(page, words);
        await page.PressAsync(words.Approve);
        Assert.Contains(dossiers[0], await page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);

        await page.FollowAsync(words.WholePage);
        await page.PressAsync(words.Look);
        // The decision of his last approval stands there; he takes it out, and puts it in again.
        Assert.Equal(("1234/QĐ-UBND", "05/01/2026"), (await page.Locator("#number").InputValueAsync(), await page.Locator("#day").InputValueAsync()));
        Assert.Equal(1, await page.Locator(".notice").CountAsync());
        await page.Locator("#number").FillAsync("");
        await page.Locator("#day").FillAsync("");
        await page.PressAsync(words.ApproveMarked);
        Assert.Equal(2, await page.Locator(".errors li").CountAsync());
        Assert.Equal(2, await page.Locator("input[name=pick]:checked").CountAsync());
        await DecideAsync(page, words);
        await page.PressAsync(words.ApproveMarked);
        foreach (var dossier in dossiers[1..])
            Assert.Contains(dossier, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        foreach (var dossier in dossiers)
            await Patience.UntilAsync(async () => await StandAsync(dossier) is "Certified", () => $"{dossier} is not certified");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Decision_SomebodyWasFirst_SaysSoAndShowsTheCaseAsItIs()
    {
        var (single, first, second) = (await portal.SubmitAsync("Trường A"), await portal.SubmitAsync("Trường B"), await portal.SubmitAsync("Trường C"));
        var page = await portal.OpenAsync(script: false, person: SamplePerson.ReviewerOf("361"));
        await page.GotoAsync($"/review/{single}/approve");
        await portal.Api.PostAsync($"api/applications/{single}/approve", new JsonObject { ["stage"] = "district" }, SamplePerson.SecondReviewer);
        await page.PressAsync(ReviewWords.Vi.Approve);
        Assert.Contains("đồng nghiệp", await page.Locator(".notice.warns").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("a[data-key='a']").CountAsync());

        // Changed, not decided: he is shown what is new and may decide again.
        await page.GotoAsync($"/review/{first}/approve");
        await portal.Api.PostAsync(
            $"api/applications/{first}/score", new JsonObject { ["stage"] = "district", ["answers"] = SampleSubmission.Of()["answers"]!.DeepClone() }, SamplePerson.SecondReviewer);
        await page.PressAsync(ReviewWords.Vi.Approve);
        Assert.Contains("đã thay đổi", await page.Locator(".notice.warns").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("district", await StandAsync(first));
        await page.Locator("a[data-key='a']").GoAsync();
        await page.PressAsync(ReviewWords.Vi.Approve);
        Assert.Equal("province", await StandAsync(first));

        await portal.UntilQueuedAsync(second, SamplePerson.ReviewerOf("361"));
        await page.GotoAsync("/review");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Trường C" }).CheckAsync();
        await page.PressAsync(ReviewWords.Vi.Look);
        await portal.Api.PostAsync($"api/applications/{second}/approve", new JsonObject { ["stage"] = "district" }, SamplePerson.SecondReviewer);
        await page.PressAsync(ReviewWords.Vi.ApproveMarked);
        Assert.Contains(ReviewWords.Vi.SomebodyFirst, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Scores_FilledInAndLowered_AreJudgedAndStandInTheWay()
    {
        var dossier = await portal.SubmitAsync("Trường D");
        var page = await portal.OpenAsync(360, script: false, person: SamplePerson.ReviewerOf("361"));
        await page.GotoAsync($"/review/{dossier}");
        await page.Locator("#scores button").First.GoAsync();
        Assert.Equal(10, await page.Locator(".errors a").CountAsync());
        await page.Locator("#score-1\\.3").FillAsync("8");
        await page.Locator("#scores button[value=fill]").GoAsync();
        Assert.Equal(("10", "8"), (await page.Locator("#score-1\\.1").InputValueAsync(), await page.Locator("#score-1\\.3").InputValueAsync()));
        await page.Locator("#score-2\\.1").FillAsync("99");
        // What the applicant brings as evidence is no remark of the reviewer.
        var remark = page.Locator("#score-2\\.2-evidence");
        Assert.Equal("", await remark.InputValueAsync());
        await page.Locator(".remark summary").Nth(4).ClickAsync();
        await remark.FillAsync("Biên bản không có chữ ký.");
        await page.Locator("#scores button").First.GoAsync();
        Assert.Contains("2.1", await page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("99", await page.Locator("#score-2\\.1").InputValueAsync());
        Assert.Equal("Biên bản không có chữ ký.", await remark.InputValueAsync());
        foreach (var code in (string[])["1.1", "1.2", "1.3", "2.1", "3.1"])
            await page.Locator($"#score-{code.Replace(".", "\\.", StringComparison.Ordinal)}").FillAsync("0");
        await page.Locator("#scores button").First.GoAsync();
        Assert.Contains("Chưa thể đồng ý", await page.Locator(".panel").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await remark.IsVisibleAsync());
        Assert.Equal("Biên bản không có chữ ký.", await remark.InputValueAsync());
        Assert.Equal(0, await page.Locator("a[data-key='a']").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_SwitchedOff_DoNothingAndSwitchedOnDoWhatIsSaid()
    {
        var dossier = await portal.SubmitAsync("Trường E");
        await portal.UntilQueuedAsync(dossier, SamplePerson.ReviewerOf("361"));
        var page = await portal.OpenAsync(person: SamplePerson.ReviewerOf("361"));
        await page.GotoAsync("/review");
        var marked = page.Locator("input[name=pick]:checked");
        for (var tries = 0; tries < 5 && await marked.CountAsync() == 0; tries++)
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("x");
        }

        Assert.Equal(1, await marked.CountAsync());
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("xj");
        Assert.Equal("xj", await page.Locator("#text").InputValueAsync());
        await page.GotoAsync($"/review/{dossier}");
        await PressUntilAsync(page, "a", "**/approve");

        await page.GotoAsync("/review/keys");
        await page.Locator("main form button").GoAsync();
        await page.GotoAsync($"/review/{dossier}");
        await page.Keyboard.PressAsync("a");
        await page.GotoAsync("/review");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        Assert.Equal(0, await marked.CountAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>A key that comes before the window has its focus is lost, as it is to a person, who presses it again.</summary>
    private static async Task PressUntilAsync(IPage page, string key, string address)
    {
        for (var tries = 1; ; tries++)
        {
            await page.Keyboard.PressAsync(key);
            try
            {
                await page.WaitForURLAsync(address, new() { Timeout = 20_000 });
                return;
            }
            catch (TimeoutException) when (tries < 5)
            {
            }
        }
    }

    private static string Name(int number) => $"Trường {number:D2}";

    /// <summary>Dossier numbers by the number in the name.</summary>
    private async Task<Dictionary<int, string>> SubmitAsync(string name, int count, string unit)
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, count).Select(async number => (number, Answer: await portal.Api.SubmitAsync(SampleSubmission.Of($"{name} {number:D2}", unit)))));
        return answers.ToDictionary(entry => entry.number, entry => entry.Answer.Json["dossier"]!.GetValue<string>());
    }

    private static async Task DecideAsync(IPage page, ReviewWords words)
    {
        await page.WriteAsync(words.Number, "1234/QĐ-UBND");
        await page.GetByLabel(words.Day).FillAsync("5/1/2026");
    }

    private static async Task IsAccessibleAsync(IPage page)
    {
        var violations = (await page.RunAxe(EveryPageTests.Wcag)).Violations;
        Assert.True(violations.Length == 0, string.Join('\n', violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }

    /// <summary>The stage that reviews it, or its status where none does.</summary>
    private async Task<string?> StandAsync(string dossier)
    {
        var state = (await portal.Api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits)).Json;
        return state["status"]!.GetValue<string>() is "InReview" ? state["stage"]?.GetValue<string>() : state["status"]!.GetValue<string>();
    }
}
