using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Testing;
using UglyToad.PdfPig;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>The whole path over HTTP, as its users walk it.</summary>
[Collection(nameof(Service))]
public class PathTests(Service service)
{
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");

    [Fact]
    public async Task WholePath_WithACorrection_EndsWithACertificate()
    {
        var dossier = await SubmitAsync("Trường THCS Nghĩa Hưng");
        await UntilInQueueAsync("DistrictReviewer/361", Reviewer, dossier);

        var asked = await service.Api.PostAsync($"api/applications/{dossier}/corrections", JsonNode.Parse("""
            {"stage":"district","items":[{"item":"indicator:1.3","reason":"Thiếu số kinh phí"},{"item":"holder.address","reason":"Thiếu tên huyện"}]}
            """)!, Reviewer);
        Assert.Equal("AwaitingCorrection", Text(asked.Json, "status"));
        Assert.Equal(5, asked.Json["nationalStatus"]!["code"]!.GetValue<int>());
        await UntilGoneAsync("DistrictReviewer/361", Reviewer, dossier);

        var tracked = await service.Api.PostAsync("api/track", new JsonObject { ["dossier"] = dossier, ["phoneDigits"] = SampleSubmission.PhoneDigits });
        Assert.Equal(2, tracked.Json["corrections"]!["items"]!.AsArray().Count);

        var answered = await service.Api.PostAsync($"api/applications/{dossier}/corrections/answer", JsonNode.Parse("""
            {"answers":[{"item":"indicator:1.3","points":10,"evidence":"85 triệu đồng"},{"item":"holder.address","text":"Thị trấn Liễu Đề, huyện Nghĩa Hưng"}]}
            """)!, phoneDigits: SampleSubmission.PhoneDigits);
        Assert.Equal("InReview", Text(answered.Json, "status"));

        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(dossier, "district", Reviewer)).Status);
        await UntilInQueueAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);
        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(dossier, "province", SamplePerson.Approver, "77/QĐ-UBND")).Status);
        var certified = await UntilAsync(dossier, state => Text(state, "status") == "Certified");
        await UntilGoneAsync("ProvincialApprover/36", SamplePerson.Approver, dossier);

        var number = certified["certificate"]!["number"]!.GetValue<string>();
        Assert.Matches("^DVHT-36-2025-[0-9]{5}$", number);
        var pdf = await service.Api.GetAsync($"api/applications/{dossier}/certificate", Reviewer);
        Assert.Equal("application/pdf", pdf.ContentType);
        using (var document = PdfDocument.Open(pdf.Content))
        {
            var text = string.Join(' ', document.GetPage(1).GetWords().Select(word => word.Text));
            Assert.Contains("Trường THCS Nghĩa Hưng", text, StringComparison.Ordinal);
            Assert.Contains(number, text, StringComparison.Ordinal);
            Assert.Contains("77/QĐ-UBND", text, StringComparison.Ordinal);
        }

        Assert.Equal("Certified", Text((await GetAsync(dossier)).Json, "status"));
        await service.Api.GetAsync($"api/applications/{dossier}/certificate", phoneDigits: SampleSubmission.PhoneDigits);
        var delivered = await GetAsync(dossier);
        Assert.Equal("Delivered", Text(delivered.Json, "status"));
        Assert.Equal(10, delivered.Json["nationalStatus"]!["code"]!.GetValue<int>());
    }

    [Fact]
    public async Task Approve_WrongStageTwiceAndByStrangers_IsRefused()
    {
        var dossier = await SubmitAsync("Trường Tiểu học Liễu Đề");
        await UntilAsync(dossier, state => Text(state, "stage") == "district");

        Assert.Equal("sign_in_needed", (await ApproveAsync(dossier, "district", null)).Code);
        Assert.Equal("no_authority", (await ApproveAsync(dossier, "district", "nobody")).Code);
        Assert.Equal("not_your_stage", (await ApproveAsync(dossier, "district", SamplePerson.ReviewerOf("362"))).Code);
        Assert.Equal("no_authority", (await ApproveAsync(dossier, "district", SamplePerson.Auditor)).Code);
        Assert.Equal("wrong_stage", (await ApproveAsync(dossier, "province", SamplePerson.Approver, "1/QĐ-UBND")).Code);

        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(dossier, "district", Reviewer)).Status);
        Assert.Equal("already_decided", (await ApproveAsync(dossier, "district", Reviewer)).Code);
        Assert.Equal("already_decided", (await ApproveAsync(dossier, "district", SamplePerson.SecondReviewer)).Code);
        Assert.Equal("invalid_input", (await ApproveAsync(dossier, "province", SamplePerson.Approver)).Code);
    }

    [Fact]
    public async Task Withdraw_ThenDecide_SaysWithdrawn()
    {
        var dossier = await SubmitAsync("Trường Mầm non Liễu Đề");
        await UntilInQueueAsync("DistrictReviewer/361", Reviewer, dossier);

        Assert.Equal("unknown_dossier", (await service.Api.PostAsync($"api/applications/{dossier}/withdraw", new JsonObject(), phoneDigits: "0000")).Code);
        var withdrawn = await service.Api.PostAsync($"api/applications/{dossier}/withdraw", new JsonObject { ["reason"] = "Nộp nhầm" }, phoneDigits: SampleSubmission.PhoneDigits);

        Assert.Equal("Withdrawn", Text(withdrawn.Json, "status"));
        Assert.Equal("withdrawn", (await ApproveAsync(dossier, "district", Reviewer)).Code);
        await UntilGoneAsync("DistrictReviewer/361", Reviewer, dossier);
        Assert.Equal("no_certificate", (await service.Api.GetAsync($"api/applications/{dossier}/certificate", Reviewer)).Code);
    }

    [Fact]
    public async Task Approve_ManyAtOnce_ExactlyOneWins()
    {
        var dossier = await SubmitAsync("Trung tâm học tập cộng đồng Liễu Đề");
        await UntilAsync(dossier, state => Text(state, "stage") == "district");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => ApproveAsync(dossier, "district", i % 2 == 0 ? Reviewer : SamplePerson.SecondReviewer)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal("already_decided", answer.Code));
    }

    [Fact]
    public async Task Open_AnotherArea_IsRefused()
    {
        var dossier = await SubmitAsync("Trạm y tế Liễu Đề");

        Assert.Equal("outside_area", (await service.Api.GetAsync($"api/applications/{dossier}", SamplePerson.ReviewerOf("366"))).Code);
        Assert.Equal("outside_area", (await service.Api.GetAsync("api/queues/DistrictReviewer/361", SamplePerson.ReviewerOf("366"))).Code);
        Assert.Equal("unknown_queue", (await service.Api.GetAsync("api/queues/Nobody/361", Reviewer)).Code);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.GetAsync($"api/applications/{dossier}", SamplePerson.Auditor)).Status);
    }

    [Fact]
    public async Task Commands_NullsAndEndlessText_AreRefusedWithTheirPlace()
    {
        var dossier = await SubmitAsync("Hợp tác xã Liễu Đề");
        await UntilInQueueAsync("DistrictReviewer/361", Reviewer, dossier);
        var endless = new string('x', 3000);

        await AssertInvalidAsync("corrections", """{"stage":"district","items":[null]}""", "/items/0/item");
        await AssertInvalidAsync("corrections", """{"stage":"district"}""", "/items");
        await AssertInvalidAsync("refuse", """{"stage":"district","reasons":[null]}""", "/reasons");
        await AssertInvalidAsync("refuse", $$"""{"stage":"district","reasons":["{{endless}}"]}""", "/reasons/0");
        await AssertInvalidAsync("approve", $$"""{"stage":"district","note":"{{endless}}"}""", "/note");
        Assert.Equal(HttpStatusCode.OK, (await service.Api.GetAsync("api/queues/DistrictReviewer/361?after=%00&limit=x", Reviewer)).Status);

        await service.Api.PostAsync($"api/applications/{dossier}/corrections", JsonNode.Parse("""{"stage":"district","items":[{"item":"holder.name","reason":"Sai"}]}""")!, Reviewer);
        await AssertInvalidAsync("corrections/answer", """{"answers":[null]}""", "/answers");
        await AssertInvalidAsync("withdraw", $$"""{"reason":"{{endless}}"}""", "/reason");

        async Task AssertInvalidAsync(string command, string body, string pointer)
        {
            var answer = await service.Api.SendAsync(
                HttpMethod.Post, $"api/applications/{dossier}/{command}", JsonNode.Parse(body), Reviewer, SampleSubmission.PhoneDigits);
            Assert.Equal("invalid_input", answer.Code);
            Assert.Contains(pointer, answer.Json["errors"]!.AsArray().Select(error => error!["pointer"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task View_NeverShowsThePhone()
    {
        var dossier = await SubmitAsync("Quỹ tín dụng Liễu Đề");

        Assert.DoesNotContain("0912345678", (await GetAsync(dossier)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("912345678", (await GetAsync(dossier)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_Running_IsOk() => Assert.Equal("ok", Text((await service.Api.GetAsync("api/health")).Json, "status"));

    private async Task<string> SubmitAsync(string holder) => Text((await service.Api.SubmitAsync(SampleSubmission.Of(holder))).Json, "dossier")!;

    private Task<Answer> GetAsync(string dossier) => service.Api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits);

    private Task<Answer> ApproveAsync(string dossier, string stage, string? person, string? decision = null)
    {
        var body = new JsonObject { ["stage"] = stage };
        if (decision is not null)
            body["decision"] = new JsonObject { ["number"] = decision, ["decidedOn"] = "2026-01-05" };
        return service.Api.PostAsync($"api/applications/{dossier}/approve", body, person);
    }

    private async Task<IReadOnlyList<string>> QueueAsync(string queue, string person) =>
        [.. (await service.Api.GetAsync($"api/queues/{queue}?limit=200", person)).Json["items"]!.AsArray().Select(item => Text(item!, "dossier")!)];

    private async Task<JsonNode> UntilAsync(string dossier, Func<JsonNode, bool> reached)
    {
        JsonNode? state = null;
        await Patience.UntilAsync(async () => reached(state = (await GetAsync(dossier)).Json), () => $"{dossier} stays at {state}");
        return state!;
    }

    private Task UntilInQueueAsync(string queue, string person, string dossier) =>
        Patience.UntilAsync(async () => (await QueueAsync(queue, person)).Contains(dossier), () => $"{dossier} does not come to {queue}");

    private Task UntilGoneAsync(string queue, string person, string dossier) =>
        Patience.UntilAsync(async () => !(await QueueAsync(queue, person)).Contains(dossier), () => $"{dossier} does not leave {queue}");

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
