using System.Text.Json.Nodes;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>What an administrator of one district can do to people who act elsewhere: nothing, and he does not see what only their own area knows of them.</summary>
public sealed class OtherAreasTests : IAsyncLifetime
{
    private const string Province = "administrator";
    private const string District = "administrator-361";
    private const string Approver = "province-36";
    private const string Reviewer = "district-361";
    private App app = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync();
        await RegisterAsync(District, "Quản trị viên huyện", null, Province);
        await DoneAsync($"{Of(District)}/authorities", Province, new JsonObject { ["role"] = "Administrator", ["unit"] = "361", ["reason"] = "Phân công" });
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Correct_SomebodyOfAnotherArea_IsRefusedAndChangesNothing()
    {
        var before = (await app.Api.GetAsync(Of(Approver), Province)).Text;

        Assert.Equal("outside_area", (await app.Api.PostAsync("api/people", Registration(Approver, "Người khác", "0912345678"), District)).Code);
        Assert.Equal(before, (await app.Api.GetAsync(Of(Approver), Province)).Text);
        await RegisterAsync(Reviewer, "Phạm Thị Lan", null, District);
    }

    [Fact]
    public async Task Correct_OwnPhone_IsLeftToAnother()
    {
        await RegisterAsync(District, "Quản trị viên huyện", "0912345678", District);

        Assert.Equal("own_authority", (await app.Api.PostAsync("api/people", Registration(District, "Quản trị viên huyện", null), District)).Code);
        await RegisterAsync(District, "Quản trị viên huyện", null, Province);
    }

    [Fact]
    public async Task SignOut_SomebodyOfAnotherArea_IsRefused()
    {
        Assert.Equal("outside_area", (await app.Api.PostAsync($"{Of(Province)}/sign-out", new JsonObject(), District)).Code);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.Api.GetAsync("api/me", Province)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await app.Api.PostAsync($"{Of(Reviewer)}/sign-out", new JsonObject(), District)).Status);
    }

    [Fact]
    public async Task Show_SomebodyOfAnotherArea_WithoutPhoneAndTies()
    {
        await RegisterAsync(Approver, "Hoàng Minh Tuấn", "0987654321", Province);
        var tie = new JsonObject { ["title"] = "Clan", ["unit"] = "360-tt-lam", ["name"] = "Dòng họ Hoàng", ["reason"] = "Khai báo" };
        await DoneAsync($"{Of(Approver)}/ties", Province, tie);

        var page = await PageAsync(District);
        var own = new JsonObject { ["title"] = "Clan", ["unit"] = "361-tt-lieu-de", ["name"] = "Dòng họ Phạm", ["reason"] = "Khai báo" };
        foreach (var shown in new[] { (await app.Api.GetAsync(Of(Approver), District)).Text, page, (await app.Api.PostAsync($"{Of(Approver)}/ties", own, District)).Text })
        {
            Assert.Contains("Hoàng Minh Tuấn", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("0987654321", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Dòng họ Hoàng", shown, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Dòng họ Hoàng", await PageAsync(District, "/ties/0/remove"), StringComparison.Ordinal);
        Assert.Contains("Dòng họ Hoàng", await PageAsync(Province), StringComparison.Ordinal);
        Assert.Contains("0987654321", (await app.Api.GetAsync(Of(Approver), Province)).Text, StringComparison.Ordinal);
    }

    private static string Of(string person) => $"api/people/{PeopleTable.KeyOf(person)}";

    private async Task<string> PageAsync(string asker, string below = "") => (await app.Api.GetAsync($"manage/people/{PeopleTable.KeyOf(Approver)}{below}", asker)).Text;

    private static JsonObject Registration(string person, string name, string? phone) => new()
    {
        ["id"] = person, ["name"] = name, ["position"] = "Chuyên viên", ["phone"] = phone, ["reason"] = "Bổ sung",
    };

    private Task<JsonNode> RegisterAsync(string person, string name, string? phone, string by) => DoneAsync("api/people", by, Registration(person, name, phone));

    private async Task<JsonNode> DoneAsync(string path, string person, JsonObject body)
    {
        var answer = await app.Api.PostAsync(path, body, person);
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.ToString());
        return answer.Json;
    }
}
