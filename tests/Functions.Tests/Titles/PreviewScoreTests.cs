using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Titles;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Titles;

/// <summary>What the preview answers over its endpoint is what a submission of the same answers is judged as.</summary>
public sealed class PreviewScoreTests
{
    private static readonly Rules Rules = SampleRules.Over(null!);
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().BuildServiceProvider();
    private static readonly CriteriaSet Set = Rules.CriteriaSets["DVHT-TT22-2020"];

    private static readonly Gen<IReadOnlyList<AnswerInput?>> Answers = Gen.Select(
        Gen.Int[0, 40].Array[Set.Indicators.Count], Gen.Int[0, 20], Gen.Int[-1, 30], (points, broken, wrong) => (IReadOnlyList<AnswerInput?>)[.. Set.Indicators.Select((indicator, i) =>
            new AnswerInput(i == broken ? "9.9" : indicator.Code, i == broken - 1 ? wrong : points[i] % (indicator.Max!.Value + 1), null))]);

    [Fact]
    public void Preview_AnyAnswers_IsTheVerdictOfTheSubmission() => Answers.Sample(answers =>
    {
        var (status, preview) = Ask(new PreviewInput(Set.Id, "District", null, "361-tt-lieu-de", answers));
        var (submission, refusal) = Submitting.Check(
            new("LearningUnit", 2025, Set.Id, "361-tt-lieu-de", new("Trường", "Liễu Đề"), new("An", "Hiệu trưởng", "0912345678", null), answers, "District", Consents: [new("review", "2026-01", true)]),
            Rules.CriteriaSets, Rules.Units, Rules.MapDay(new DateOnly(2025, 5, 21)), _ => "", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal(StatusCodes.Status200OK, status);
        Assert.Equal(submission is not null, preview["reached"]!.GetValue<bool>());
        Assert.Equal(refusal?.Faults.Select(fault => fault.Text.Vi) ?? [], preview["grounds"]!.AsArray().Select(ground => ground!["vi"]!.GetValue<string>()));
        Assert.Equal(refusal is null || refusal.Code == RefusalCodes.TitleNotReached, preview["valid"]!.GetValue<bool>());
        if (submission is not null)
            Assert.Equal(Scoring.Judge(Set, submission.Answers, submission.AssessedUnder(Set)).Grade!.Code, preview["grade"]!["code"]!.GetValue<string>());
    }, iter: 200);

    [Theory]
    [InlineData("{}", 422, "invalid_input")]
    [InlineData("""{"criteriaSet":"X","unit":"999","answers":[null]}""", 422, "invalid_input")]
    [InlineData("""{"criteriaSet":"DVHT-TT22-2020","level":"District","answers":[{"indicator":"1.1","points":1.5}]}""", 400, "malformed_json")]
    [InlineData("null", 400, "body_missing")]
    public void Preview_Rubbish_IsAProblem(string body, int expected, string code)
    {
        var (status, problem) = Ask(Encoding.UTF8.GetBytes(body));

        Assert.Equal((expected, code), (status, problem["code"]!.GetValue<string>()));
    }

    private static (int Status, JsonNode Body) Ask(PreviewInput input) => Ask(Encoding.UTF8.GetBytes(Json.Write(input)));

    private static (int Status, JsonNode Body) Ask(byte[] body)
    {
        var context = new DefaultHttpContext { RequestServices = Services };
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        new PreviewScore(Rules, TimeProvider.System).RunAsync(context.Request, default).GetAwaiter().GetResult().ExecuteAsync(context).GetAwaiter().GetResult();
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, JsonNode.Parse(context.Response.Body)!);
    }
}
