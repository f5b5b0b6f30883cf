using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Functions.Tests.Pages;
using TitleCertification.Testing;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Drafts;

/// <summary>A draft over the API is the same one that the pages show.</summary>
public sealed class DraftsApiTests : IAsyncLifetime
{
    private const string Phone = "0912345678";
    private const string Officer = "commune-361-tt-lieu-de";

    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Draft_BegunFilledAndSubmitted_BecomesOneApplicationHoweverOftenItIsSent()
    {
        var begun = await BeginAsync();
        var code = begun["code"]!.GetValue<string>();
        Assert.False(begun["complete"]!.GetValue<bool>());
        Assert.Equal("422 draft_incomplete", Told(await SubmitAsync(code)));

        var filled = await PutAsync(code, Whole());
        Assert.True(filled.Json["complete"]!.GetValue<bool>(), filled.Text);
        Assert.Equal("DVHT-TT22-2020", filled.Json["criteriaSet"]!.GetValue<string>());
        Assert.True(filled.Json["score"]!["reached"]!.GetValue<bool>());

        var submitted = await app.AnsweredAsync(SubmitAsync(code));
        Assert.Equal(201, (int)submitted.Status);
        var dossier = submitted.Json["dossier"]!.GetValue<string>();
        Assert.Equal($"/api/applications/{dossier}", submitted.Location);
        Assert.Equal("Trường THCS Nghĩa Hưng", (await app.GetAsync(dossier))["holder"]!["name"]!.GetValue<string>());

        var again = await SubmitAsync(code);
        Assert.Equal((200, dossier), ((int)again.Status, again.Json["dossier"]!.GetValue<string>()));
        Assert.Equal("404 unknown_draft", Told(await SubmitAsync(code, "0912345679")));
        foreach (var (verb, path) in ((string, string)[])[("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/evidence")])
            Assert.Equal("409 draft_filed", Told(await SendAsync(verb, $"api/drafts{path}", code, body: verb == "PUT" ? Whole() : null)));
    }

    [Fact]
    public async Task Submit_AfterItWasFiledAndChangedElsewhere_IsTheApplicationThatWasFiled()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();
        var drafts = app.Services.GetRequiredService<DraftTable>();
        var before = (await drafts.ReadAsync(DraftCode.Parse(code)!, default))!;
        var filed = await app.AnsweredAsync(SubmitAsync(code));

        // As if the note that it was filed had not been kept, and another window had changed the name.
        var noted = (await drafts.ReadAsync(DraftCode.Parse(code)!, default))!;
        Assert.True(await drafts.SaveAsync(noted, before.Draft with { HolderName = "Trường khác" }, default));

        var again = await app.AnsweredAsync(SubmitAsync(code));
        Assert.Equal((200, filed.Json["dossier"]!.GetValue<string>()), ((int)again.Status, again.Json["dossier"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Content_ReadAndPutBack_ChangesNothing()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();

        var read = await SendAsync("GET", "api/drafts", code);
        var back = await PutAsync(code, read.Json["content"]!.DeepClone());

        Assert.Equal(read.Text, back.Text);
        Assert.Equal(read.Text, (await SendAsync("GET", "api/drafts", code)).Text);
    }

    [Fact]
    public async Task Draft_BegunByAProgram_IsGoneOnWithOnThePages()
    {
        var content = Whole();
        content.Remove("representative");
        var code = (await BeginAsync(content))["code"]!.GetValue<string>();
        using var browser = new Browser(app.Api.Address);
        var (_, location, _) = await browser.SendAsync("apply/resume", [("code", code), ("phone", "0912 345 678")]);
        Assert.Equal("/apply/tasks", location);

        await browser.SendAsync("apply/representative", [("name", "Trần Thị Hoa"), ("position", "Hiệu phó")]);

        var now = (await SendAsync("GET", "api/drafts", code)).Json;
        Assert.Equal("Trần Thị Hoa", now["content"]!["representative"]!["name"]!.GetValue<string>());
        Assert.Equal(["/apply/email"], now["questions"]!.AsArray().Where(question => !question!["answered"]!.GetValue<bool>()).Select(question => question!["page"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Resume_AfterItWasFiled_LeadsToTheCase()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();
        var dossier = (await app.AnsweredAsync(SubmitAsync(code))).Json["dossier"]!.GetValue<string>();
        using var browser = new Browser(app.Api.Address);

        var (_, location, _) = await browser.SendAsync("apply/resume", [("code", code), ("phone", Phone)]);

        Assert.Equal("/track/case", location);
        Assert.Contains(dossier, (await browser.GetAsync("track/case")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_SentForAnIndicator_AreEvidenceOfTheApplication()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();
        var ticket = (await SendAsync("POST", "api/drafts/evidence", code)).Json["ticket"]!.GetValue<string>();
        Assert.Equal(ticket, (await SendAsync("POST", "api/drafts/evidence", code)).Json["ticket"]!.GetValue<string>());
        Assert.Equal(ticket, (await SendAsync("GET", "api/drafts", code)).Json["evidenceTicket"]!.GetValue<string>());
        using var files = new EvidenceClient(app.Api.Address);
        await files.UploadAsync(ticket, Pictures.Jpeg(), "ảnh.jpg", indicator: "1.1");

        var answers = (await app.AnsweredAsync(SubmitAsync(code))).Json["answers"]!.AsArray();

        Assert.Equal("ảnh.jpg", answers.Single(answer => answer!["indicator"]!.GetValue<string>() == "1.1")!["files"]!.AsArray().Single()!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delete_WithFiles_LeavesNothingBehind()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();
        var ticket = (await SendAsync("POST", "api/drafts/evidence", code)).Json["ticket"]!.GetValue<string>();
        using var files = new EvidenceClient(app.Api.Address);
        await files.UploadAsync(ticket, Pictures.Jpeg(), "ảnh.jpg", indicator: "1.1");
        Assert.Contains(app.Stored(), line => line.StartsWith("evidence ", StringComparison.Ordinal));

        Assert.Equal(204, (int)(await SendAsync("DELETE", "api/drafts", code)).Status);

        Assert.Equal("404 unknown_draft", Told(await SendAsync("GET", "api/drafts", code)));
        Assert.DoesNotContain(app.Stored(), line => line.StartsWith("evidence", StringComparison.Ordinal) || line.StartsWith("Drafts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Delete_OnThePages_AsksOnceMoreAndForgetsIt()
    {
        var code = (await BeginAsync(Whole()))["code"]!.GetValue<string>();
        using var browser = new Browser(app.Api.Address);
        await browser.SendAsync("apply/resume", [("code", code), ("phone", Phone)]);
        Assert.Contains("/apply/delete", (await browser.GetAsync("apply/save")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await SendAsync("GET", "api/drafts", code)).Status);

        var (status, _, text) = await browser.SendAsync("apply/delete", []);

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Contains("Đã xóa hồ sơ nháp", text, StringComparison.Ordinal);
        Assert.Equal("404 unknown_draft", Told(await SendAsync("GET", "api/drafts", code)));
        Assert.False(browser.Cookies.ContainsKey("draft"));
    }

    [Theory]
    [InlineData(null, Phone)]
    [InlineData("7K2M-9QXC-04TR", Phone)]
    [InlineData("own", null)]
    [InlineData("own", "5678")]
    [InlineData("own", "0912345679")]
    public async Task Draft_WithoutItsCodeOrItsPhone_IsUnknown(string? code, string? phone)
    {
        var own = (await BeginAsync(Whole()))["code"]!.GetValue<string>();

        Assert.Equal("404 unknown_draft", Told(await SendAsync("GET", "api/drafts", code == "own" ? own : code, phone)));
    }

    [Fact]
    public async Task Draft_OfAnOfficer_IsForHimAlone()
    {
        Assert.Equal("401 sign_in_needed", Told(await PostAsync(null, """{"phone":"0912345678","assisted":true}""")));
        Assert.Equal("403 no_authority", Told(await PostAsync("district-361", """{"phone":"0912345678","assisted":true}""")));
        var content = Whole();
        content["consentedOn"] = "2026-03-01";
        var begun = await PostAsync(Officer, new JsonObject { ["phone"] = Phone, ["assisted"] = true, ["content"] = content }.ToJsonString());
        Assert.Equal((201, true), ((int)begun.Status, begun.Json["assisted"]!.GetValue<bool>()));
        var code = begun.Json["code"]!.GetValue<string>();

        foreach (var (verb, path) in ((string, string)[])[("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/evidence"), ("POST", "/submit")])
        {
            var body = verb == "PUT" ? content : null;
            Assert.Equal("401 sign_in_needed", Told(await SendAsync(verb, $"api/drafts{path}", code, body: body)));
            Assert.Equal("403 no_authority", Told(await SendAsync(verb, $"api/drafts{path}", code, body: body, person: "commune-366-xa-hai-long")));
        }

        var filed = await app.AnsweredAsync(SendAsync("POST", "api/drafts/submit", code, person: Officer));
        Assert.Equal("2026-03-01", filed.Json["assisted"]!["consentedOn"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"title":"Nobility"}""", "unknown_title /title")]
    [InlineData("""{"title":"LearningUnit","level":"Hamlet"}""", "unknown_level /level")]
    [InlineData("""{"year":1999}""", "year_out_of_range /year")]
    [InlineData("""{"unit":"361"}""", "unit_not_a_commune /unit")]
    [InlineData("""{"title":"Family","unit":"361-tt-lieu-de","hamlet":"nowhere"}""", "hamlet_not_of_unit /hamlet")]
    [InlineData("""{"learningUnitKind":"THPT"}""", "learning_unit_kind_unknown /learningUnitKind")]
    [InlineData("""{"holder":{"name":"\uD83D\uDE00"}}""", "text_unprintable /holder/name")]
    [InlineData("""{"representative":{"email":"nobody"}}""", "email_invalid /representative/email")]
    [InlineData("""{"representative":{"language":"fr"}}""", "unknown_language /representative/language")]
    [InlineData("""{"answers":[{"indicator":"1.1","points":3}]}""", "answers_before_criteria /answers")]
    [InlineData("""{"title":"LearningUnit","level":"District","year":2025,"answers":[null]}""", "answer_empty /answers/0")]
    [InlineData("""{"title":"LearningUnit","level":"District","year":2025,"answers":[{"indicator":"9.9","points":3}]}""", "indicator_unknown /answers/0")]
    [InlineData("""{"title":"LearningUnit","level":"District","year":2025,"answers":[{"indicator":"1.1","points":99}]}""", "points_above_maximum /answers/0")]
    [InlineData("""{"title":"LearningUnit","level":"District","year":2025,"answers":[{"indicator":"1.1","points":1},{"indicator":"1.1","points":2}]}""", "indicator_repeated /answers/1")]
    [InlineData("""{"consents":[{"purpose":"none","version":"1","given":true}]}""", "unknown_purpose /consents/0/purpose")]
    [InlineData("""{"consentedOn":"2026-03-01"}""", "paper_consent_of_nobody /consentedOn")]
    public async Task Put_WhatCannotBeTaken_SaysSoAndKeepsWhatWasThere(string content, string fault)
    {
        var begun = await BeginAsync(Whole());
        var code = begun["code"]!.GetValue<string>();

        var refused = await PutAsync(code, JsonNode.Parse(content)!);

        Assert.Equal("422 invalid_input", Told(refused));
        Assert.Equal([fault], refused.Json["errors"]!.AsArray().Select(error => $"{error!["code"]} {error["pointer"]}"));
        Assert.Equal(begun["content"]!.ToJsonString(), (await SendAsync("GET", "api/drafts", code)).Json["content"]!.ToJsonString());
    }

    [Fact]
    public async Task Title_WhoseCriteriaEndedBeforeEveryYear_IsNotOffered()
    {
        using var book = new RuleBookCopy();
        book.Edit("criteria/mau-gdht.json", set => set["validTo"] = "2022-12-31").Edit("province.json", province => province["complete"] = false);
        await using var later = await App.StartAsync(new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7)), book.Path);

        var refused = await later.Api.PostAsync("api/drafts", JsonNode.Parse("""{"phone":"0912345678","content":{"title":"Family"}}""")!);

        Assert.Equal(["unknown_title"], refused.Json["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Begin_WithoutAPhoneAndWithRubbish_NamesBoth()
    {
        var refused = await PostAsync(null, """{"phone":"12","content":{"title":"Nobility"}}""");

        Assert.Equal(["phone_invalid /phone", "unknown_title /content/title"], refused.Json["errors"]!.AsArray().Select(error => $"{error!["code"]} {error["pointer"]}"));
    }

    private static JsonObject Whole()
    {
        var sample = SampleSubmission.Of();
        JsonNode Part(string name) => sample[name]!.DeepClone();
        return new()
        {
            ["title"] = Part("title"), ["level"] = Part("level"), ["year"] = Part("year"), ["unit"] = Part("unit"), ["holder"] = Part("holder"),
            ["representative"] = new JsonObject { ["name"] = "Nguyễn Văn An", ["position"] = "Hiệu trưởng", ["email"] = "", ["language"] = "vi" },
            ["answers"] = Part("answers"), ["filesDone"] = true, ["consents"] = Part("consents"),
        };
    }

    private async Task<JsonNode> BeginAsync(JsonObject? content = null)
    {
        var answer = await PostAsync(null, new JsonObject { ["phone"] = "0912 345 678", ["content"] = content }.ToJsonString());
        Assert.True((int)answer.Status == 201, answer.ToString());
        return answer.Json;
    }

    private Task<Answer> PostAsync(string? person, string body) => app.Api.PostAsync("api/drafts", JsonNode.Parse(body)!, person);

    private Task<Answer> PutAsync(string code, JsonNode content) => SendAsync("PUT", "api/drafts", code, body: content);

    private Task<Answer> SubmitAsync(string code, string phone = Phone) => SendAsync("POST", "api/drafts/submit", code, phone);

    private async Task<Answer> SendAsync(string verb, string path, string? code, string? phone = Phone, JsonNode? body = null, string? person = null)
    {
        using var request = new HttpRequestMessage(new(verb), path);
        if (code is not null)
            request.Headers.Add(DraftAccess.CodeHeader, code);
        if (phone is not null)
            request.Headers.Add(DraftAccess.PhoneHeader, phone);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        if (person is not null)
            request.Headers.Authorization = new("Bearer", app.Api.Issuer.TokenOf(person, app.Clock));
        return await app.Api.SendAsync(request);
    }

    private static string Told(Answer answer) => $"{(int)answer.Status} {answer.Code}";
}
