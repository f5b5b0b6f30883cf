using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Conflicts of interest and authority on the running service: what is hidden, where a case goes, when authority begins and ends.</summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private const string First = "district-361";
    private const string Second = SamplePerson.SecondReviewer;
    private const string Queue = "DistrictReviewer/361";
    private const string Administrator = "administrator";
    private const string Declaration = """{"kind":"Family","reason":"Em trai đứng đơn"}""";
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Declared_IsGoneFromListsAndAddress_AndLeftToTheOthers()
    {
        var dossier = await InReviewAsync();
        await app.UntilQueuedAsync(Queue, First, dossier);

        Assert.Equal(HttpStatusCode.NoContent, (await app.PostAsync($"api/applications/{dossier}/conflict", Declaration, First)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await app.PostAsync($"api/applications/{dossier}/conflict", Declaration, First)).Status);

        Assert.Equal("unknown_dossier", (await app.Api.GetAsync($"api/applications/{dossier}", First)).Code);
        Assert.Equal("unknown_dossier", (await app.ApproveAsync(dossier, "district")).Code);
        // That he stood aside concerns the applicant; what he said of himself does not.
        var held = await app.PostAsync("api/privacy/export", $$"""{"dossier":"{{dossier}}","phoneDigits":"{{SampleSubmission.PhoneDigits}}"}""");
        Assert.Contains("ConflictDeclared", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Em trai", held.Text, StringComparison.Ordinal);
        await app.UntilGoneAsync(Queue, First, dossier);
        Assert.True(await app.IsQueuedAsync(Queue, Second, dossier));
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", Second)).Status);
    }

    [Fact]
    public async Task Declared_ByEverybody_GoesOneLevelUp_AndTwoOfThereDecide()
    {
        var dossier = await InReviewAsync();
        foreach (var person in new[] { First, Second })
            await app.PostAsync($"api/applications/{dossier}/conflict", Declaration, person);

        await app.UntilQueuedAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        Assert.Empty(await app.QueueAsync(Queue, First));
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", SamplePerson.Approver)).Status);
        // Four eyes hold there too.
        const string Decision = """{"stage":"province","decision":{"number":"7/QĐ-UBND","decidedOn":"2026-03-02"}}""";
        Assert.Equal("four_eyes", (await app.PostAsync($"api/applications/{dossier}/approve", Decision, SamplePerson.Approver)).Code);
        await app.UntilGoneAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync($"api/applications/{dossier}/approve", Decision, SamplePerson.SecondApprover)).Status);
        await app.UntilStatusAsync(dossier, "Certified");
        Assert.Contains("StageMoved", (await app.Api.GetAsync($"api/applications/{dossier}/audit", SamplePerson.Auditor)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declared_ByEverybodyAtTheTop_IsShownToAdministrators()
    {
        var dossier = await InReviewAsync();
        await app.ApproveAsync(dossier, "district");
        foreach (var person in new[] { SamplePerson.Approver, SamplePerson.SecondApprover })
            await app.PostAsync($"api/applications/{dossier}/conflict", Declaration, person);

        await app.UntilQueuedAsync("Administrator/36", Administrator, dossier);
        Assert.Equal("InReview", (await app.GetAsync(dossier))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Declared_ByAnAuditor_IsGoneFromWhatWasReadToo()
    {
        var (mine, other) = (await InReviewAsync(), await InReviewAsync());
        foreach (var dossier in new[] { mine, other })
            await app.Api.GetAsync($"api/applications/{dossier}", First);
        await app.UntilQueuedAsync(Queue, Second, other);
        await app.Services.GetRequiredService<Functions.Audit.Reads.ReadLog>().FlushAsync(CancellationToken.None);

        Assert.Contains(mine, (await app.Api.GetAsync("api/audit/reads", SamplePerson.Auditor)).Text, StringComparison.Ordinal);
        await app.PostAsync($"api/applications/{mine}/conflict", Declaration, SamplePerson.Auditor);

        foreach (var list in new[] { "api/audit/reads", $"api/audit/reads?dossier={mine}", $"api/audit/reads?person={PeopleTable.KeyOf(First)}", $"api/audit/reads?person={PeopleTable.KeyOf(Second)}" })
            Assert.DoesNotContain($"\"{mine}\"", (await app.Api.GetAsync(list, SamplePerson.Auditor)).Json["reads"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(other, (await app.Api.GetAsync("api/audit/reads", SamplePerson.Auditor)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trường thcs nghĩa hưng")]
    [InlineData("TRUONG THCS NGHIA HUNG")]
    [InlineData("Trường THCS “Nghĩa Hưng”")]
    public async Task Known_TieOfTheReviewerHimself_HidesTheCase(string name)
    {
        var dossier = await InReviewAsync();
        await app.UntilQueuedAsync(Queue, First, dossier);

        await DoneAsync($"api/people/{PeopleTable.KeyOf(First)}/ties", First, new JsonObject { ["title"] = "LearningUnit", ["unit"] = "361-tt-lieu-de", ["name"] = name, ["reason"] = "Tôi dạy ở đây" });

        Assert.Equal("unknown_dossier", (await app.Api.GetAsync($"api/applications/{dossier}", First)).Code);
        Assert.False(await app.IsQueuedAsync(Queue, First, dossier));
        // He cannot take it back: he would give himself the case.
        Assert.Equal("no_authority", (await app.PostAsync($"api/people/{PeopleTable.KeyOf(First)}/ties/remove", "{}", First)).Code);
    }

    /// <summary>The application names the commune; what he belongs to was recorded where he lives.</summary>
    [Fact]
    public async Task Known_TieRecordedInTheHamlet_HidesTheCaseOfTheCommune()
    {
        var dossier = await InReviewAsync();
        await app.UntilQueuedAsync(Queue, First, dossier);

        await DoneAsync($"api/people/{PeopleTable.KeyOf(First)}/ties", First, new JsonObject { ["title"] = "LearningUnit", ["unit"] = "361-tt-lieu-de-tdp-1", ["name"] = "Trường THCS Nghĩa Hưng", ["reason"] = "Tôi dạy ở đây" });

        Assert.Equal("unknown_dossier", (await app.Api.GetAsync($"api/applications/{dossier}", First)).Code);
        Assert.False(await app.IsQueuedAsync(Queue, First, dossier));
        Assert.Equal("unknown_dossier", (await app.ApproveAsync(dossier, "district")).Code);
    }

    [Fact]
    public async Task Known_OwnPhone_HidesTheCase()
    {
        var dossier = await InReviewAsync();
        await app.UntilQueuedAsync(Queue, First, dossier);

        await DoneAsync("api/people", Administrator, new JsonObject { ["id"] = First, ["name"] = "Phạm Thị Lan (mẫu)", ["position"] = "Chuyên viên", ["phone"] = "0912 345 678", ["reason"] = "Bổ sung điện thoại" });

        Assert.Equal("unknown_dossier", (await app.Api.GetAsync($"api/applications/{dossier}", First)).Code);
        Assert.False(await app.IsQueuedAsync(Queue, First, dossier));
    }

    [Fact]
    public async Task FiledByStaff_IsNotDecidedByTheSame()
    {
        var filed = await app.Api.SendAsync(HttpMethod.Post, "api/applications", SampleSubmission.Of(), First, key: Guid.NewGuid().ToString());
        var dossier = filed.Json["dossier"]!.GetValue<string>();
        await app.UntilStatusAsync(dossier, "InReview");

        Assert.Equal("four_eyes", (await app.ApproveAsync(dossier, "district")).Code);
        await app.UntilQueuedAsync(Queue, Second, dossier);
        Assert.False(await app.IsQueuedAsync(Queue, First, dossier));
    }

    /// <summary>The digits were given to him at the counter, or he has them from elsewhere: what he does with them while he is signed in is his doing.</summary>
    [Fact]
    public async Task AnsweredByStaffWithTheDigits_IsRecordedAsHis_AndNotDecidedByTheSame()
    {
        var dossier = await InReviewAsync();
        await app.PostAsync($"api/applications/{dossier}/corrections", """{"stage":"district","items":[{"item":"indicator:2.1","reason":"Thiếu"}]}""", First);

        var answered = await app.PostAsync($"api/applications/{dossier}/corrections/answer", """{"answers":[{"item":"indicator:2.1","points":9}]}""", Second, SampleSubmission.PhoneDigits);

        Assert.Equal(HttpStatusCode.OK, answered.Status);
        var facts = (await app.Api.GetAsync($"api/applications/{dossier}/audit", SamplePerson.Auditor)).Json["facts"]!.AsArray();
        Assert.Equal(Second, facts.Single(fact => fact!["kind"]!.GetValue<string>() == "CorrectionAnswered")!["by"]!.GetValue<string>());
        Assert.Equal("four_eyes", (await app.PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", Second)).Code);
        await app.UntilGoneAsync(Queue, Second, dossier);
        await app.UntilQueuedAsync(Queue, First, dossier);
        Assert.False(await app.IsQueuedAsync(Queue, Second, dossier));
        // And what he has seen by it is known like all that staff look at.
        var reads = (await app.Api.GetAsync($"api/audit/reads?dossier={dossier}", SamplePerson.Auditor)).Json["reads"]!.AsArray();
        Assert.Contains(reads, read => read!["person"]!.GetValue<string>() == Second && read["what"]!.GetValue<string>().EndsWith("corrections/answer", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await app.ApproveAsync(dossier, "district")).Status);
    }

    [Fact]
    public async Task TrackedByStaffOfThePlaceWithTheDigits_IsRead_AndByOneOfAnotherPlaceIsTheApplicants()
    {
        var dossier = await InReviewAsync();
        var track = $$"""{"dossier":"{{dossier}}","phoneDigits":"{{SampleSubmission.PhoneDigits}}"}""";

        foreach (var person in new[] { Second, SamplePerson.ReviewerOf("366"), null })
            Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("api/track", track, person)).Status);

        var reads = (await app.Api.GetAsync($"api/audit/reads?dossier={dossier}", SamplePerson.Auditor)).Json["reads"]!.AsArray();
        Assert.Equal([(Second, "/api/track")], reads.Select(read => (read!["person"]!.GetValue<string>(), read["what"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Authority_GrantedAndEnded_CountsAtOnceAndByDate()
    {
        var dossier = await InReviewAsync();
        const string New = "new-reviewer";
        var key = PeopleTable.KeyOf(New);
        await DoneAsync("api/people", Administrator, new JsonObject { ["id"] = New, ["name"] = "Người mới", ["position"] = "Chuyên viên", ["reason"] = "Tuyển dụng" });
        Assert.Equal("no_authority", (await app.Api.GetAsync($"api/queues/{Queue}", New)).Code);

        await DoneAsync($"api/people/{key}/authorities", Administrator, new JsonObject { ["role"] = "DistrictReviewer", ["unit"] = "361", ["from"] = "2026-03-03", ["to"] = "2026-03-04", ["reason"] = "Phân công" });

        Assert.Equal("no_authority", (await app.Api.GetAsync($"api/queues/{Queue}", New)).Code);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.UntilQueuedAsync(Queue, New, dossier);
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("no_authority", (await app.Api.GetAsync($"api/queues/{Queue}", New)).Code);

        var granted = await DoneAsync($"api/people/{key}/authorities", Administrator, new JsonObject { ["role"] = "DistrictReviewer", ["unit"] = "361", ["stage"] = "province", ["reason"] = "Phân công" });
        Assert.Equal("not_your_stage", (await app.PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", New)).Code);
        var id = granted["authorities"]!.AsArray()[^1]!["id"]!.GetValue<int>();
        await DoneAsync($"api/people/{key}/authorities/{id}/end", Administrator, new JsonObject { ["reason"] = "Chuyển công tác" });
        Assert.Equal("no_authority", (await app.Api.GetAsync($"api/queues/{Queue}", New)).Code);
    }

    [Fact]
    public async Task Authority_OfOneself_OrBesideWatching_IsRefused()
    {
        var grant = new JsonObject { ["role"] = "DistrictReviewer", ["unit"] = "361", ["reason"] = "Phân công" };

        Assert.Equal("own_authority", (await app.Api.PostAsync($"api/people/{PeopleTable.KeyOf(Administrator)}/authorities", grant.DeepClone(), Administrator)).Code);
        Assert.Equal("roles_incompatible", (await app.Api.PostAsync($"api/people/{PeopleTable.KeyOf(SamplePerson.Auditor)}/authorities", grant.DeepClone(), Administrator)).Code);
        var empty = await app.Api.PostAsync($"api/people/{PeopleTable.KeyOf(First)}/authorities", new JsonObject(), Administrator);
        Assert.Equal(["unknown_role", "unknown_unit", "reason_missing"], empty.Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
    }

    private async Task<string> InReviewAsync()
    {
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        return dossier;
    }

    private async Task<JsonNode> DoneAsync(string path, string person, JsonObject body)
    {
        var answer = await app.Api.PostAsync(path, body, person);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.ToString());
        return answer.Json;
    }
}
