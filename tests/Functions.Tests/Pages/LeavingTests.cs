using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>"Save and come back later" keeps what stands on the page, half done as it may be.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private static readonly (string, string) Leave = ("then", "save");
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync();
        browser = new(app.Api.Address);
        await browser.BeginDraftAsync();
        await browser.SendAsync("apply/unit?q=lieu+de", [("unit", "361-tt-lieu-de")]);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Leave_HalfOfACriterion_KeepsItAndAsksForTheRest()
    {
        var before = await TasksAsync();
        await LeaveAsync("apply/criteria/1", ("i-1-1", "7"), ("i-1-2", ""), ("i-1-2-evidence", "Kế hoạch số 5"));

        var fields = await FieldsAsync("apply/criteria/1");
        Assert.Equal(("7", ""), (fields["i-1-1"], fields["i-1-2"]));
        Assert.Contains(">Kế hoạch số 5</textarea>", (await browser.GetAsync("apply/criteria/1")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await TasksAsync());
    }

    [Fact]
    public async Task Leave_WithWhatCannotBeTaken_SaysSoAndKeepsItOnThePage()
    {
        var (status, _, text) = await browser.SendAsync("apply/criteria/1", [("i-1-1", "99"), Leave]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "99"), (status, PageForm.Parse(text)[^1].Fields["i-1-1"]));
    }

    [Fact]
    public async Task Leave_OneOfTwoFields_KeepsTheOne()
    {
        var before = await TasksAsync();
        await LeaveAsync("apply/representative", ("name", "Nguyễn Văn An"), ("position", ""));

        Assert.Equal("Nguyễn Văn An", (await FieldsAsync("apply/representative"))["name"]);
        Assert.Equal(before, await TasksAsync());
    }

    [Theory]
    [InlineData("apply/title")]
    [InlineData("apply/holder")]
    [InlineData("apply/email")]
    [InlineData("apply/consent")]
    [InlineData("apply/evidence")]
    [InlineData("apply/evidence/1")]
    public async Task Leave_NothingAnswered_AnswersNothing(string page)
    {
        var before = await TasksAsync();
        await LeaveAsync(page);

        Assert.Equal(before, await TasksAsync());
    }

    private async Task LeaveAsync(string page, params (string, string)[] typed)
    {
        var (status, location, text) = await browser.SendAsync(page, [.. typed, Leave]);
        Assert.True(status is HttpStatusCode.SeeOther && location == "/apply/save", text);
    }

    private async Task<IReadOnlyDictionary<string, string>> FieldsAsync(string page) => PageForm.Parse((await browser.GetAsync(page)).Text)[^1].Fields;

    /// <summary>The list of what is done and what is to do.</summary>
    private async Task<string> TasksAsync() => (await browser.GetAsync("apply/tasks")).Text.Split("<ul class=\"tasks\">")[1].Split("</ul>")[0];
}
