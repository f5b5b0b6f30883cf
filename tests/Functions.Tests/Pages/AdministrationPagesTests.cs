using System.Net;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>An administrator at his pages, as he would use them: he makes somebody known, gives him authority, ends it, and looks at what has happened.</summary>
public sealed class AdministrationPagesTests : IAsyncLifetime, IDisposable
{
    private readonly TestIssuer issuer = new() { NextPerson = "administrator" };
    private App app = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);
        issuer.Clock = app.Clock;
        browser = new(app.Api.Address);
        browser.Headers["Accept"] = "text/html";
        await browser.SignInAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        browser.Dispose();
        issuer.Dispose();
    }

    [Fact]
    public async Task Person_RegisteredGrantedAndEnded_IsSoInTheRecord()
    {
        var person = await SendAsync("manage/people/new", ("id", "officer-1"), ("name", "Đinh Thị Hồng"), ("position", "Công chức"), ("reason", "Tuyển dụng"));
        Assert.Equal($"/manage/people/{PeopleTable.KeyOf("officer-1")}", person);

        Assert.Equal(person, await SendAsync($"{person}/grant", ("role", "CommuneOfficer"), ("unit", "Liễu Đề, Nghĩa Hưng"), ("from", "2026-03-02"), ("reason", "Phân công")));
        var page = await ShowAsync(person);
        Assert.Contains("Thị trấn Liễu Đề", page, StringComparison.Ordinal);
        Assert.Contains("Đang có hiệu lực", page, StringComparison.Ordinal);
        Assert.Contains("Đinh Thị Hồng", await ShowAsync("manage/people?unit=361-tt-lieu-de"), StringComparison.Ordinal);

        Assert.Equal(person, await SendAsync($"{person}/ties", ("title", "Clan"), ("unit", "361-tt-lieu-de"), ("name", "Dòng họ Đinh"), ("reason", "Khai báo")));
        Assert.Contains("Dòng họ Đinh", await ShowAsync(person), StringComparison.Ordinal);
        Assert.Equal(person, await SendAsync($"{person}/ties/0/remove", ("reason", "Khai nhầm")));
        Assert.DoesNotContain("Dòng họ Đinh", await ShowAsync(person), StringComparison.Ordinal);

        Assert.Equal(person, await SendAsync($"{person}/end/2", ("reason", "Chuyển công tác")));
        Assert.Contains("Đã kết thúc", await ShowAsync(person), StringComparison.Ordinal);
        Assert.DoesNotContain("Đinh Thị Hồng", await ShowAsync("manage/people?unit=361-tt-lieu-de"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindById_IsPosted_SoThatNoIdStandsInAnAddress()
    {
        Assert.Equal($"/manage/people/{PeopleTable.KeyOf("province-36")}", await SendAsync("manage/people", ("id", "province-36")));
        Assert.Contains("Chưa có người nào với mã này.", await RefusedAsync("manage/people", ("id", "001088012345")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("manage/people?id=province-36")).Status);
    }

    [Fact]
    public async Task Forms_FilledInWrongly_SaySoBesideTheField_AndKeepWhatWasTyped()
    {
        var nobody = await RefusedAsync("manage/people/new", ("id", "có dấu"), ("name", ""), ("position", "Công chức"), ("reason", ""));
        foreach (var field in new[] { "id", "name", "reason" })
            Assert.Contains($"id=\"{field}-error\"", nobody, StringComparison.Ordinal);
        Assert.Contains("value=\"Công chức\"", nobody, StringComparison.Ordinal);

        var person = $"manage/people/{PeopleTable.KeyOf("district-361")}";
        var grant = await RefusedAsync($"{person}/grant", ("role", ""), ("unit", "Nam Điền"), ("from", "mai"), ("reason", "Phân công"));
        Assert.Contains("id=\"from-error\"", grant, StringComparison.Ordinal);
        Assert.Contains("name=\"unitCode\"", grant, StringComparison.Ordinal); // there are several Nam Điền
        var empty = await RefusedAsync($"{person}/grant", ("role", ""), ("unit", "Không Đâu Cả"), ("reason", ""));
        foreach (var field in new[] { "role", "unit", "reason" })
            Assert.Contains($"id=\"{field}-error\"", empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnAuthority_IsNotHisToChange()
    {
        var own = $"manage/people/{PeopleTable.KeyOf("administrator")}";
        Assert.DoesNotContain("/grant", await ShowAsync(own), StringComparison.Ordinal);
        Assert.Contains("Không ai tự giao", await RefusedAsync($"{own}/grant", ("role", "Administrator"), ("unit", "36"), ("reason", "Tự giao")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignedOut_ByTheAdministrator_IsSignedOutEverywhere()
    {
        using var other = new Browser(app.Api.Address);
        issuer.NextPerson = "district-361";
        await other.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("api/me")).Status);
        issuer.NextPerson = "administrator";
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var person = $"manage/people/{PeopleTable.KeyOf("district-361")}";
        var form = PageForm.Parse(await ShowAsync(person)).Single(form => form.Action.EndsWith("/sign-out", StringComparison.Ordinal) && form.Action != "/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync(form.Action.TrimStart('/'), form.With())).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("api/me")).Status);
    }

    [Fact]
    public async Task Case_Looked_AtShowsItsChainAndItsReaders()
    {
        var dossier = await app.SubmitAsync();
        using var reviewer = new Browser(app.Api.Address);
        issuer.NextPerson = SamplePerson.ReviewerOf("361");
        await reviewer.SignInAsync();
        await app.UntilAsync(async () => (await reviewer.GetAsync("api/queues/DistrictReviewer/361")).Text.Contains(dossier, StringComparison.Ordinal), "it is not queued");
        await reviewer.GetAsync($"api/applications/{dossier}");
        await reviewer.PostAsync($"api/applications/{dossier}/approve", new() { ["stage"] = "district" }, ("Sec-Fetch-Site", "same-origin"));

        var asked = await browser.GetAsync($"manage/audit?dossier={dossier}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/manage/audit/{dossier}"), (asked.Status, asked.Location));
        var audit = await ShowAsync($"manage/audit/{dossier}");
        foreach (var text in new[] { "Chuỗi ghi chép còn nguyên vẹn", "Nộp hồ sơ", "Đồng ý ở bước xét", "Phạm Thị Lan (mẫu)", "Hệ thống" })
            Assert.Contains(text, audit, StringComparison.Ordinal);
        Assert.Contains("Phạm Thị Lan (mẫu)", await ShowAsync($"manage/reads?dossier={dossier}"), StringComparison.Ordinal);
        Assert.Contains("id=\"dossier-error\"", await ShowAsync("manage/audit?dossier=abc"), StringComparison.Ordinal);
    }

    private async Task<string> ShowAsync(string path)
    {
        var answer = await browser.GetAsync(path.TrimStart('/'));
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
        return WebUtility.HtmlDecode(answer.Text);
    }

    /// <returns>Where the browser is sent on to.</returns>
    private async Task<string> SendAsync(string path, params (string Name, string Value)[] typed)
    {
        var answer = await PostAsync(path, typed);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{path}: {answer.Status} {answer.Text}");
        return answer.Location!;
    }

    private async Task<string> RefusedAsync(string path, params (string Name, string Value)[] typed)
    {
        var answer = await PostAsync(path, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return WebUtility.HtmlDecode(answer.Text);
    }

    private async Task<(HttpStatusCode Status, string? Location, string Text)> PostAsync(string path, (string Name, string Value)[] typed)
    {
        var form = PageForm.Parse(await ShowAsync(path)).Single(form => form.Action != "/sign-out");
        return await browser.PostFormAsync(path.TrimStart('/'), form.With(typed));
    }
}
