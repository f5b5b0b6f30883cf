using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Tests.Titles;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using static TitleCertification.Domain.Tests.Titles.CriteriaFiles;

namespace TitleCertification.Domain.Tests.Applications;

/// <summary>Both models from what is typed to what is recorded: level, kind of unit, disadvantaged area, incomplete sets.</summary>
public sealed class SubmittingTests
{
    private static readonly DateOnly Day = new(2025, 5, 21);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Check_LevelsSet_RecordsLevelAndKind()
    {
        var (submission, refusal) = Check(Input("MAU-DVHT", "LearningUnit", "Commune", "PHO_THONG", LevelsScoringTests.Best(Set("MAU-DVHT"))));

        Assert.Null(refusal);
        Assert.Equal((HolderLevel.Commune, "PHO_THONG", false), (submission!.Level!.Value, submission.LearningUnitKind, submission.Disadvantaged));
    }

    [Fact]
    public void Check_OneLevelOnly_MayBeLeftOut() =>
        Assert.Equal(HolderLevel.Hamlet, Check(Input("MAU-CDHT-THON", "Community", null, null, LevelsScoringTests.Best(Set("MAU-CDHT-THON")))).Submission!.Level);

    [Theory]
    [InlineData(null, null, "level_missing learning_unit_kind_missing", "/level /learningUnitKind")]
    [InlineData("Planet", "PHO_THONG", "unknown_level", "/level")]
    [InlineData("commune", "PHO_THONG", "unknown_level", "/level")]
    [InlineData("2", "PHO_THONG", "unknown_level", "/level")]
    [InlineData("Hamlet", "XX", "level_not_of_set learning_unit_kind_unknown", "/level /learningUnitKind")]
    public void Check_WrongLevelOrKind_IsNamedWithItsPlace(string? level, string? kind, string codes, string pointers)
    {
        var refusal = Check(Input("MAU-DVHT", "LearningUnit", level, kind, LevelsScoringTests.Best(Set("MAU-DVHT")))).Refusal!;

        Assert.Equal((codes, pointers), (string.Join(' ', refusal.Faults.Select(fault => fault.Code)), string.Join(' ', refusal.Faults.Select(fault => fault.Pointer))));
        Assert.Equal(RefusalCodes.InvalidInput, refusal.Code);
    }

    [Fact]
    public void Check_75PointsInADisadvantagedArea_ReachesTheTitleThatItDoesNotReachElsewhere()
    {
        var answers = SampleSetsTests.Points("1.1=10 1.2=10 1.3=5 2.1=10 2.2=5 2.3=10 2.4=5 3.1=10 3.2=10 3.3=0");
        var input = Input("MAU-GDHT", "Family", null, null, answers);

        var (submission, _) = Check(input, ListedUntil("2025-06-30"));
        var (_, refusal) = Check(input, ListedUntil("2025-05-20"));

        Assert.True(submission!.Disadvantaged);
        Assert.Equal(RefusalCodes.TitleNotReached, refusal!.Code);
        Assert.Equal("The total is 75 of the 80 needed.", Assert.Single(refusal.Faults).Text.En);
    }

    [Fact]
    public void Check_IncompleteSet_IsRefusedOnceAndForThatOnly()
    {
        var set = Set("CDHT-XA-TT25-2023");

        var refusal = Check(Input(set.Id, "Community", null, null, LevelsScoringTests.Best(set)) with { Year = 2025 }).Refusal!;

        Assert.Equal(("criteria_set_incomplete", "/criteriaSet"), (Assert.Single(refusal.Faults).Code, refusal.Faults[0].Pointer));
    }

    [Theory]
    [InlineData(2015)]
    [InlineData(2021)]
    public void Check_YearTheSetWasNotInForce_IsRefused(int year) =>
        Assert.Contains("criteria_set_not_in_force", Check(Input("GDHT-448-2015", "Family", null, null, new([])) with { Year = year }).Refusal!.Faults.Select(fault => fault.Code));

    [Fact]
    public void Preview_SameInput_IsTheVerdictOfTheSubmission()
    {
        var input = Input("MAU-CDHT-THON", "Community", null, null, LevelsScoringTests.Best(Set("MAU-CDHT-THON")));
        var preview = new PreviewInput(input.CriteriaSet, input.Level, input.LearningUnitKind, input.Unit, input.Answers);

        Assert.True(Previewing.Judge(preview, Sets, RuleBookFiles.NamDinh).Verdict!.Passes);
        Assert.Equal(7, Previewing.Judge(preview with { Answers = null }, Sets, RuleBookFiles.NamDinh).Verdict!.Grounds.Count(ground => ground.Code == GroundCodes.MissingIndicator) - 1);
    }

    [Fact]
    public void Preview_EverythingUnknown_NamesEveryGround() => Assert.Equal(
        ["answer_empty", "unknown_unit", "unknown_criteria_set"],
        Previewing.Judge(new(null, null, null, "999", [null]), Sets, RuleBookFiles.NamDinh).Refusal!.Faults.Select(fault => fault.Code));

    private static (Submission? Submission, Refusal? Refusal) Check(SubmissionInput input, UnitDirectory? units = null) =>
        Submitting.Check(input, Sets, units ?? RuleBookFiles.AllUnits, Day, _ => "", Now);

    private static UnitDirectory ListedUntil(string day)
    {
        var files = RuleBookFiles.UnitTexts();
        files["units/disadvantaged.csv"] = $"unit,valid_from,valid_to,basis,certainty,note\n361-tt-lieu-de,2021-01-01,{day},Danh sách mẫu,PROPOSAL,\n";
        var errors = new List<LocalText>();
        return UnitFiles.Parse(files, errors) ?? throw new InvalidOperationException(string.Join(' ', errors));
    }

    private static SubmissionInput Input(string set, string title, string? level, string? kind, SelfAssessment answers) => new(
        title, 2020, set, "361-tt-lieu-de", new("Tổ dân phố 1", "Liễu Đề"), new("Nguyễn Văn An", "Tổ trưởng", "0912345678", null),
        [.. answers.Answers.Select(answer => new AnswerInput(answer.Indicator, answer.Points, null, answer.Met, answer.Percent))], level, kind, Consents: [new("review", "2026-01", true)]);
}
