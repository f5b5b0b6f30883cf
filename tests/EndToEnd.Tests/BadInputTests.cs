using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>What bad input gets: a problem with a stable code, every ground at once in both languages, and nothing stored.</summary>
[Collection(nameof(Service))]
public class BadInputTests(Service service)
{
    public static TheoryData<string, string, string[]> Submissions => new()
    {
        { "unknown title", """{"title":"LearningPlanet"}""", ["unknown_title"] },
        { "title by number", """{"title":"3"}""", ["unknown_title"] },
        { "points above the maximum", """{"answers":[{"indicator":"1.1","points":11},"rest"]}""", ["points_above_maximum"] },
        { "negative points", """{"answers":[{"indicator":"1.1","points":-1},"rest"]}""", ["points_negative"] },
        { "a missing indicator", """{"answers":["rest"]}""", ["indicator_missing"] },
        { "an unknown indicator", """{"answers":[{"indicator":"1.1","points":10},{"indicator":"9.9","points":1},"rest"]}""", ["indicator_unknown"] },
        { "an indicator twice", """{"answers":[{"indicator":"1.1","points":10},{"indicator":"1.1","points":10},"rest"]}""", ["indicator_repeated"] },
        { "no points", """{"answers":[{"indicator":"1.1"},"rest"]}""", ["points_missing"] },
        { "a null answer", """{"answers":[null,{"indicator":"1.1","points":10},"rest"]}""", ["answer_empty"] },
        { "a level that does not exist", """{"level":"Planet"}""", ["unknown_level"] },
        { "no level where the set leaves a choice", """{"level":null}""", ["level_missing"] },
        { "a level that is not of the set", """{"level":"Commune"}""", ["level_not_of_set"] },
        { "a year before the criteria set", """{"year":2019}""", ["criteria_set_not_in_force"] },
        { "a unit that does not exist", """{"unit":"999-khong-co"}""", ["unknown_unit"] },
        { "a district instead of a commune", """{"unit":"361"}""", ["unit_not_a_commune"] },
        { "an unknown criteria set", """{"criteriaSet":"X"}""", ["unknown_criteria_set"] },
        { "a criteria set of another title", """{"title":"Family"}""", ["criteria_set_of_another_title"] },
        { "a year to come", """{"year":2999}""", ["year_out_of_range"] },
        { "an empty name", """{"holder":{"name":"   ","address":"x"}}""", ["text_missing"] },
        { "a name nobody can print", """{"holder":{"name":"Trường 🏫","address":"x"}}""", ["text_unprintable"] },
        { "a phone that is none", """{"representative":{"name":"A","position":"B","phone":"12"}}""", ["phone_invalid"] },
        { "an e-mail that is none", """{"representative":{"name":"A","position":"B","phone":"0912345678","email":"nobody"}}""", ["email_invalid"] },
        { "not informed", """{"consents":null}""", ["information_not_confirmed"] },
        { "informed and refused", """{"consents":[{"purpose":"review","version":"2026-01","given":false}]}""", ["information_not_confirmed"] },
        { "words of another time", """{"consents":[{"purpose":"review","version":"2020-01","given":true}]}""", ["consent_text_outdated"] },
        {
            "consents all wrong",
            """{"consents":[{"purpose":"review","version":"2026-01","given":true},null,{"purpose":"sell","version":"1","given":true},{"purpose":"contact","version":"2026-01"},{"purpose":"contact","version":"2026-01","given":true}]}""",
            ["unknown_purpose", "unknown_purpose", "consent_unanswered", "consent_twice"]
        },
        {
            "everything missing", """{"title":null,"year":null,"criteriaSet":null,"unit":null,"holder":null,"representative":null,"answers":null}""",
            ["unknown_title", "unknown_criteria_set", "year_out_of_range", "unknown_unit", "text_missing", "text_missing", "text_missing", "text_missing", "phone_invalid"]
        },
    };

    [Theory]
    [MemberData(nameof(Submissions))]
    public async Task Submit_BadInput_NamesEveryGroundInBothLanguages(string what, string change, string[] codes)
    {
        _ = what;
        var answer = await service.Api.SubmitAsync(Changed(JsonNode.Parse(change)!.AsObject()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("invalid_input", answer.Code);
        var errors = answer.Json["errors"]!.AsArray();
        Assert.Equal(codes, errors.Select(error => error!["code"]!.GetValue<string>()));
        Assert.All(errors, error =>
        {
            Assert.NotEmpty(error!["vi"]!.GetValue<string>());
            Assert.NotEmpty(error["en"]!.GetValue<string>());
        });
        Assert.NotEmpty(answer.Json["title"]!.GetValue<string>());
        Assert.NotEmpty(answer.Json["en"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Submit_OwnScoreTooLow_ExplainsWhatIsMissing()
    {
        var body = SampleSubmission.Of();
        foreach (var given in body["answers"]!.AsArray())
            given!["points"] = 1;

        var answer = await service.Api.SubmitAsync(body);

        Assert.Equal("title_not_reached", answer.Code);
        Assert.Contains("10", answer.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("50", answer.Json["en"]!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "malformed_json")]
    [InlineData("""{"year":"two thousand"}""", "malformed_json")]
    [InlineData("""{"titel":"LearningUnit"}""", "malformed_json")]
    [InlineData("""{"year":2024,"year":2025}""", "malformed_json")]
    [InlineData("""{"holder":{"name":"A","Name":"B"}}""", "malformed_json")]
    [InlineData("""{"year":1e400}""", "malformed_json")]
    [InlineData("null", "body_missing")]
    [InlineData("[]", "malformed_json")]
    public async Task Submit_NotWhatIsExpected_SaysWhere(string body, string code)
    {
        var answer = await RawAsync(new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.Code);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TitleCertification.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_BodyOverTheLimit_IsRefused()
    {
        var body = SampleSubmission.Of();
        body["answers"]![0]!["evidence"] = new string('x', 300_000);

        Assert.Equal("body_too_large", (await service.Api.SubmitAsync(body)).Code);
    }

    [Fact]
    public async Task Submit_OverTheLimitWithoutLength_IsRefused()
    {
        using var endless = new StreamContent(new MemoryStream(new byte[400_000]));
        endless.Headers.ContentType = new("application/json");

        Assert.Equal("body_too_large", (await RawAsync(endless, chunked: true)).Code);
    }

    [Fact]
    public async Task Submit_WithoutKeyOrType_IsRefused()
    {
        Assert.Equal("idempotency_key_missing", (await service.Api.SendAsync(HttpMethod.Post, "api/applications", SampleSubmission.Of())).Code);
        Assert.Equal("not_json", (await RawAsync(new StringContent("title=LearningUnit"))).Code);
    }

    [Fact]
    public async Task Submit_SameKey_FindsTheSameDossier()
    {
        var key = Guid.NewGuid().ToString();
        var first = await service.Api.SubmitAsync(SampleSubmission.Of(), key);
        var second = await service.Api.SubmitAsync(SampleSubmission.Of(), key);
        var other = await service.Api.SubmitAsync(SampleSubmission.Of("Trường THCS Liễu Đề"), key);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal($"/api/applications/{Dossier(first)}", first.Location);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(Dossier(first), Dossier(second));
        Assert.Equal("idempotency_key_reused", other.Code);
    }

    [Fact]
    public async Task Submit_Refused_TakesNoDossierNumber()
    {
        string before, after;
        do
        {
            before = Dossier(await service.Api.SubmitAsync(SampleSubmission.Of(unit: "360-tt-lam")));
            for (var i = 0; i < 3; i++)
                await service.Api.SubmitAsync(Changed(new JsonObject { ["unit"] = "360-tt-lam", ["year"] = 1 }));
            after = Dossier(await service.Api.SubmitAsync(SampleSubmission.Of(unit: "360-tt-lam")));
        }
        while (before[..^4] != after[..^4]); // Midnight has passed: every day begins with 1.

        Assert.Equal(Order(before) + 1, Order(after));
    }

    [Fact]
    public async Task UnknownDossier_EverywhereAlike()
    {
        const string Unknown = "H40.361-250101-9999";
        var reviewer = SamplePerson.ReviewerOf("361");
        Assert.Equal("unknown_dossier", (await service.Api.GetAsync($"api/applications/{Unknown}", reviewer)).Code);
        Assert.Equal("unknown_dossier", (await service.Api.PostAsync($"api/applications/{Unknown}/approve", new JsonObject { ["stage"] = "district" }, reviewer)).Code);
        Assert.Equal("unknown_dossier", (await service.Api.PostAsync("api/applications/rubbish/refuse", new JsonObject { ["stage"] = "district" }, reviewer)).Code);
        Assert.Equal("unknown_dossier", (await service.Api.PostAsync("api/track", new JsonObject { ["dossier"] = Unknown, ["phoneDigits"] = "5678" })).Code);
        Assert.Equal("unknown_dossier", (await service.Api.PostAsync($"api/applications/{Unknown}/withdraw", new JsonObject(), phoneDigits: "5678")).Code);
        Assert.Equal("sign_in_needed", (await service.Api.GetAsync($"api/applications/{Unknown}")).Code);
    }

    private static string Dossier(Answer answer) => answer.Json["dossier"]!.GetValue<string>();

    private static int Order(string dossier) => int.Parse(dossier[^4..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The sample with some members replaced; "rest" among the answers stands for all that are not named (and 1.1 is never among them).</summary>
    private static JsonObject Changed(JsonObject change)
    {
        var body = SampleSubmission.Of();
        var sample = body["answers"]!.AsArray().Where(answer => answer!["indicator"]!.GetValue<string>() != "1.1").Select(answer => answer!.DeepClone()).ToList();
        foreach (var (name, value) in change)
        {
            body[name] = value?.DeepClone();
            if (name != "answers" || value is not JsonArray given)
                continue;
            var answers = new JsonArray();
            foreach (var answer in given)
            {
                foreach (var one in answer is JsonValue ? sample : [answer!])
                    answers.Add(one?.DeepClone());
            }

            body[name] = answers;
        }

        return body;
    }

    private async Task<Answer> RawAsync(HttpContent content, bool chunked = false)
    {
        using var http = new HttpClient { BaseAddress = service.Api.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications") { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.TransferEncodingChunked = chunked ? true : null;
        using var response = await http.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(), null);
    }
}
