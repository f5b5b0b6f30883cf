using System.Text.Json.Nodes;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.OpenApi;

/// <summary>Declared answers that the tests of the subjects do not come by. <see cref="Contract"/> looks at them.</summary>
public sealed class RareAnswersTests : IAsyncLifetime
{
    private const string Reviewer = "DistrictReviewer-own", Approver = "ProvincialApprover-own", Administrator = "Administrator-own";
    private const string Province = """{"stage":"province","decision":{"number":"7/QĐ-UBND","decidedOn":"2026-03-02"}}""";

    private static readonly string Nobody = new('0', 32);
    private static readonly string TooLong = new('x', 2_001);

    private readonly TemporaryDirectory data = new();
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync(("SamplePeople", MatrixPeople.Write(data.Path)));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task CaseInReview_WrongInputAndWrongStage_AreTold()
    {
        var path = $"api/applications/{await InReviewAsync()}";
        await PostAsync(422, $"{path}/approve", """{"stage":"district","decision":{"number":"7","decidedOn":"2026-03-02"}}""", Reviewer);
        await PostAsync(409, $"{path}/approve", Province, Approver);
        await PostAsync(422, $"{path}/refuse", """{"stage":"district","reasons":[]}""", Reviewer);
        await PostAsync(409, $"{path}/refuse", """{"stage":"province","reasons":["x"]}""", Approver);
        await PostAsync(422, $"{path}/corrections", """{"stage":"district","items":[]}""", Reviewer);
        await PostAsync(409, $"{path}/corrections", """{"stage":"province","items":[{"item":"holder.name","reason":"x"}]}""", Approver);
        await PostAsync(409, $"{path}/score", """{"stage":"province","answers":[]}""", Approver);
        await PostAsync(422, $"{path}/conflict", """{"kind":"Family"}""", Reviewer);
        await PostAsync(422, $"{path}/withdraw", $$"""{"reason":"{{TooLong}}"}""", phoneDigits: SampleSubmission.PhoneDigits);
        await PostAsync(422, $"{path}/consents/withdraw", """{"purpose":"none"}""", phoneDigits: SampleSubmission.PhoneDigits);
        await PostAsync(200, $"{path}/consents/withdraw", """{"purpose":"contact"}""", phoneDigits: SampleSubmission.PhoneDigits);
        var scoring = new JsonObject { ["stage"] = "district", ["answers"] = new JsonArray([.. SampleSubmission.Of()["answers"]!.AsArray().Select(answer => answer!.DeepClone())]) };
        await PostAsync(200, $"{path}/score", scoring.ToJsonString(), Reviewer);
    }

    [Fact]
    public async Task CaseCertified_IsHandedOutAndNotWithdrawn()
    {
        var dossier = await InReviewAsync();
        await PostAsync(200, $"api/applications/{dossier}/approve", """{"stage":"district"}""", Reviewer);
        await PostAsync(200, $"api/applications/{dossier}/approve", Province, Approver);
        await app.UntilStatusAsync(dossier, "Certified");

        await GetAsync(200, $"api/applications/{dossier}/certificate", phoneDigits: SampleSubmission.PhoneDigits);
        await PostAsync(409, $"api/applications/{dossier}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
    }

    [Fact]
    public async Task CaseErased_StaffAreToldThatItIsGone()
    {
        var dossier = await InReviewAsync();
        var path = $"api/applications/{dossier}";
        await PostAsync(200, $"{path}/withdraw", "{}", phoneDigits: SampleSubmission.PhoneDigits);
        await PostAsync(422, $"{path}/erase", """{"ground":"None","reason":"x"}""", Administrator);
        await PostAsync(200, $"{path}/erase", """{"ground":"PersonAsked","reason":"Theo đề nghị"}""", Administrator);

        foreach (var read in new[] { path, $"{path}/history", $"{path}/certificate", $"{path}/evidence/{new string('0', 64)}" })
            await GetAsync(410, read, Reviewer);
        await PostAsync(410, $"{path}/approve", """{"stage":"district"}""", Reviewer);
        await PostAsync(410, $"{path}/refuse", """{"stage":"district","reasons":["x"]}""", Reviewer);
        await PostAsync(410, $"{path}/corrections", """{"stage":"district","items":[{"item":"holder.name","reason":"x"}]}""", Reviewer);
        await PostAsync(410, $"{path}/score", """{"stage":"district","answers":[]}""", Reviewer);
        await PostAsync(410, $"{path}/conflict", """{"kind":"Family","reason":"x"}""", Reviewer);
    }

    [Fact]
    public async Task WhatIsNotThere_IsNotFound()
    {
        foreach (var path in new[] { "api/criteria-sets/none", "api/holders/None/361", $"api/people/{Nobody}", "api/audit/reads?dossier=x", "api/audit/reads?person=x", "api/queues/None/361" })
            await GetAsync(404, path, Administrator);
        await PostAsync(404, "api/people/x/sign-out", null, Administrator);
        await PostAsync(404, $"api/people/{Nobody}/authorities", """{"role":"Auditor","unit":"361","reason":"x"}""", Administrator);
        await PostAsync(404, $"api/people/{Nobody}/ties", """{"title":"Clan","unit":"361-tt-lieu-de","name":"x","reason":"x"}""", Administrator);
        await PostAsync(404, $"api/people/{Nobody}/ties/remove", """{"title":"Clan","unit":"361-tt-lieu-de","name":"x","reason":"x"}""", Administrator);
        foreach (var path in new[] { "api/track", "api/privacy/export" })
            await PostAsync(404, path, """{"dossier":"H40.361-200101-0001","phoneDigits":"0000"}""");
    }

    [Fact]
    public async Task People_WrongInput_IsTold()
    {
        var person = $"api/people/{PeopleTable.KeyOf("grantee")}";
        await PostAsync(422, "api/preview", "{}");
        await PostAsync(422, "api/people", "{}", Administrator);
        var authority = (await GetAsync(200, person, Administrator))!["authorities"]![0]!["id"];
        await PostAsync(422, $"{person}/authorities/{authority}/end", "{}", Administrator);
        await PostAsync(422, $"{person}/ties", "{}", Administrator);
        await PostAsync(422, $"{person}/ties/remove", "{}", Administrator);
    }

    [Fact]
    public async Task Ticket_OfASubmission_TakesNothingMore()
    {
        using var client = new EvidenceClient(app.Api.Address);
        var ticket = await client.OpenAsync();
        var file = (await client.PostFormAsync(ticket, Pdfs.Good(), "a.pdf")).Sha256;
        var begun = (await client.CreateAsync(ticket, 100_000)).Location!;
        Assert.Equal(404, (int)(await client.DeleteAsync(ticket, $"api/evidence/uploads/{Nobody}")).Status);
        var submission = SampleSubmission.Of();
        submission["evidenceTicket"] = ticket;
        submission["answers"]![0]!["files"] = new JsonArray(file);
        Assert.Equal(201, (int)(await app.AnsweredAsync(app.Api.SubmitAsync(submission))).Status);

        Assert.Equal(409, (int)(await client.DeleteAsync(ticket, begun)).Status);
        Assert.Equal(409, (int)(await client.PostFormAsync(ticket, Pdfs.Good(), "b.pdf")).Status);
    }

    private async Task<string> InReviewAsync()
    {
        var submission = SampleSubmission.Of();
        submission["consents"]![1]!["given"] = true;
        var dossier = (await AskAsync(201, "api/applications", app.Api.SubmitAsync(submission)))!["dossier"]!.GetValue<string>();
        await app.UntilStatusAsync(dossier, "InReview");
        return dossier;
    }

    private Task<JsonNode?> PostAsync(int status, string path, string? body, string? person = null, string? phoneDigits = null) =>
        AskAsync(status, path, app.Api.SendAsync(HttpMethod.Post, path, body is null ? null : JsonNode.Parse(body), person, phoneDigits));

    private Task<JsonNode?> GetAsync(int status, string path, string? person = null, string? phoneDigits = null) => AskAsync(status, path, app.Api.GetAsync(path, person, phoneDigits));

    private async Task<JsonNode?> AskAsync(int status, string path, Task<Answer> asked)
    {
        var answer = await app.AnsweredAsync(asked);
        Assert.True(status == (int)answer.Status, $"{path}: {status} expected, {answer}");
        return answer.ContentType?.EndsWith("json", StringComparison.Ordinal) ?? false ? answer.Json : null;
    }
}
