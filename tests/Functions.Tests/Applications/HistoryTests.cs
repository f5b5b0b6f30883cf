using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Review;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Applications;

/// <summary>What the pages of a case tell of it is told to programs too.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private const string Note = "Đã kiểm tra tại trường";
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task History_OfARefusedCase_GivesTheApplicantTheReasonsAndStaffTheirNotesToo()
    {
        var dossier = await app.SubmitAsync("Trường A");
        await app.PostAsync($"api/applications/{dossier}/approve", $$"""{"stage":"district","note":"{{Note}}"}""", StaffBrowser.Reviewer);
        await app.UntilQueuedAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        await app.PostAsync($"api/applications/{dossier}/refuse", """{"stage":"province","grounds":[{"kind":"Other","text":"Không có dấu"}]}""", SamplePerson.Approver);

        var (his, theirs) = (await ReadAsync(null), await ReadAsync(SamplePerson.Approver));

        Assert.Contains("Không có dấu", Written(his[^1]!["texts"]!), StringComparison.Ordinal);
        Assert.DoesNotContain(Note, Written(his), StringComparison.Ordinal);
        Assert.All(his, item => Assert.Null(item!["by"]));
        Assert.Contains(Note, Written(theirs), StringComparison.Ordinal);
        Assert.StartsWith("Phạm Thị Lan", theirs.Single(item => Written(item!["texts"]!).Contains(Note, StringComparison.Ordinal))!["by"]!.GetValue<string>(), StringComparison.Ordinal);

        async Task<JsonArray> ReadAsync(string? person) => (await app.Api.GetAsync(
            $"api/applications/{dossier}/history", person, phoneDigits: person is null ? SampleSubmission.PhoneDigits : null)).Json["items"]!.AsArray();
    }

    private static string Written(JsonNode node) => System.Text.RegularExpressions.Regex.Unescape(node.ToJsonString());
}
