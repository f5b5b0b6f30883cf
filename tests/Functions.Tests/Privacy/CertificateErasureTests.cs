using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Privacy;

/// <summary>What becomes of a certificate whose case is erased: the number stays, the name goes, and whoever verifies it is told.</summary>
public sealed class CertificateErasureTests : IAsyncLifetime
{
    private const string Holder = "Hoa Phượng";
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Erase_CertifiedCase_OnlyByOrder_AndThenTheNameIsNowhere()
    {
        var (dossier, number) = await CertifiedAsync();
        Assert.Contains(Holder, (await app.Api.GetAsync($"api/certificates/{number}")).Text, StringComparison.Ordinal);

        Assert.Equal("certificate_in_force", (await EraseAsync(dossier, "PersonAsked")).Code);
        Assert.Equal("valid", (await app.Api.GetAsync($"api/certificates/{number}")).Json["status"]!.GetValue<string>());
        // Twice: an answer that was lost is asked for again.
        Assert.Equal(HttpStatusCode.OK, (await EraseAsync(dossier, "AuthorityOrdered")).Status);
        Assert.Equal(HttpStatusCode.OK, (await EraseAsync(dossier, "AuthorityOrdered")).Status);

        var verified = await app.Api.GetAsync($"api/certificates/{number}");
        Assert.Equal(("erased", null, 2025), (verified.Json["status"]!.GetValue<string>(), verified.Json["holder"]?.GetValue<string>(), verified.Json["year"]!.GetValue<int>()));
        var page = (await app.Api.GetAsync($"v/{number}")).Text;
        Assert.Contains("dữ liệu về người được trao đã xóa", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Holder, page, StringComparison.Ordinal);
        // What has been sent stands in the mailbox of who got it, here that of this machine.
        Assert.All(app.Stored().Where(line => !line.StartsWith("Mailbox ", StringComparison.Ordinal)), line => Assert.DoesNotContain(Holder, line, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Stored(), line => line.StartsWith("certificates ", StringComparison.Ordinal));
        Assert.True((await app.Api.GetAsync($"api/applications/{dossier}/audit", SamplePerson.Auditor)).Json["verified"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Submission_SentAgain_IsHeldAgainstTheRecordAlone()
    {
        var key = Guid.NewGuid().ToString();
        var dossier = (await SubmitAsync(SampleSubmission.Of(), key)).Json["dossier"]!.GetValue<string>();

        Assert.Equal(dossier, (await SubmitAsync(SampleSubmission.Of(), key)).Json["dossier"]!.GetValue<string>());
        Assert.Equal("idempotency_key_reused", (await SubmitAsync(SampleSubmission.Of("Trường khác"), key)).Code);

        // Nothing that was made of the submission stands beside its case: only which number the key has.
        var row = Assert.Single(app.Stored(), line => line.StartsWith("Dossiers ", StringComparison.Ordinal) && line.Contains(" key:", StringComparison.Ordinal));
        Assert.EndsWith($$"""{"dossier":"{{dossier}}"}""" + "}", row, StringComparison.Ordinal);
        await app.PostAsync($"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        Assert.Equal(HttpStatusCode.OK, (await EraseAsync(dossier, "PersonAsked")).Status);
        Assert.Equal("erased", (await SubmitAsync(SampleSubmission.Of(), key)).Code);
    }

    private Task<Answer> SubmitAsync(System.Text.Json.Nodes.JsonNode body, string key) => app.AnsweredAsync(app.Api.SubmitAsync(body, key));

    private Task<Answer> EraseAsync(string dossier, string ground) =>
        app.AnsweredAsync(app.PostAsync($"api/applications/{dossier}/erase", $$"""{"ground":"{{ground}}","reason":"Văn bản 12/2026"}""", "administrator"));

    private async Task<(string Dossier, string Number)> CertifiedAsync()
    {
        var dossier = (await SubmitAsync(SampleSubmission.Of("Trường Hoa Phượng"), Guid.NewGuid().ToString())).Json["dossier"]!.GetValue<string>();
        await app.UntilStatusAsync(dossier, "InReview");
        await app.ApproveAsync(dossier, "district");
        await app.ApproveAsync(dossier, "province");
        await app.UntilStatusAsync(dossier, "Certified");
        await app.UntilGoneAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        return (dossier, (await app.GetAsync(dossier))["certificate"]!["number"]!.GetValue<string>());
    }
}
