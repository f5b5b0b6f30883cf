using CsCheck;
using TitleCertification.Domain.Titles;
using static TitleCertification.Domain.Tests.RuleBookFiles;

namespace TitleCertification.Domain.Tests.Titles;

public sealed class ScoringProperties
{
    private static readonly CriteriaSet Floored = Circular22.WithFloor("2.2", 3).WithFloor("3.1", 10).WithFloor("3.2", 10);

    /// <summary>Valid answers: every indicator once, within its limits, in any order.</summary>
    private static readonly Gen<SelfAssessment> Sound =
        Gen.Select(Gen.Int[0, 100].Array[Answers.Indicators.Count], Gen.Shuffle(Enumerable.Range(0, Answers.Indicators.Count).ToArray()), (points, order) =>
            Answers.Of(order.Select(i => (Answers.Indicators[i].Code, points[i] % (Answers.Indicators[i].Max!.Value + 1)))));

    /// <summary>Whatever a client may send: codes that exist and that do not, repeated, points far outside.</summary>
    private static readonly Gen<SelfAssessment> Any =
        Gen.Select(Gen.OneOf<string>([.. Answers.Codes, "", "1", "1.1 ", "4.1"]), Gen.OneOf(Gen.Int[-2, 30], Gen.Int), (code, points) => (code, points))
            .List[0, 25].Select(answers => Answers.Of(answers));

    private static readonly Gen<SelfAssessment> Either = Gen.OneOf(Sound, Any);

    [Fact]
    public void Total_OfAnyAnswers_LiesBetweenZeroAndTheMaximumAndIsTheSumOfItsCriteria() => Either.Sample(answers =>
    {
        var verdict = Scoring.Judge(Floored, answers, Answers.School);
        return verdict.Total >= 0 && verdict.Total <= verdict.MaxTotal
            && verdict.Total == verdict.Criteria.Sum(criterion => criterion.Score)
            && verdict.Criteria.All(criterion => criterion.Score >= 0 && criterion.Score <= criterion.Max);
    });

    [Fact]
    public void Grounds_OfAnyAnswers_AreEveryFailingOneAndOnlyThose() => Either.Sample(answers =>
        Assert.Equal(Expected(answers).Order(StringComparer.Ordinal), Scoring.Judge(Floored, answers, Answers.School).Grounds.Select(Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void AddingPoints_ToSoundAnswers_NeverLowersTheBandNorAddsAGround() =>
        Gen.Select(Sound, Gen.Int[0, Answers.Indicators.Count - 1], Gen.Int[0, 25]).Sample((answers, which, more) =>
        {
            var indicator = Answers.Indicators[which];
            var had = answers.Answers.Single(answer => answer.Indicator == indicator.Code).Points!.Value;
            var (before, after) = (Scoring.Judge(Floored, answers, Answers.School), Scoring.Judge(Floored, answers.With(indicator.Code, Math.Min(indicator.Max!.Value, had + more)), Answers.School));
            return Rank(after) >= Rank(before) && after.Total >= before.Total
                && after.Grounds.All(ground => before.Grounds.Any(b => (b.Code, b.Indicator) == (ground.Code, ground.Indicator)));
        });

    [Fact]
    public void Judge_SameAnswersInAnotherOrder_IsTheSameVerdict() => Sound.Sample(answers =>
    {
        var (given, reversed) = (Scoring.Judge(Floored, answers, Answers.School), Scoring.Judge(Floored, new([.. answers.Answers.Reverse()]), Answers.School));
        return (given.Total, given.Grade) == (reversed.Total, reversed.Grade) && given.Grounds.SequenceEqual(reversed.Grounds);
    });

    [Fact]
    public void Band_IsGivenExactlyWhenTheAnswersAreValidAndHoldsTheTotal() => Either.Sample(answers =>
    {
        var verdict = Scoring.Judge(Floored, answers, Answers.School);
        return verdict.IsValid ? Circular22.Bands.Single(band => band.Code == verdict.Grade!.Code).Holds(verdict.Total) : verdict.Grade is null;
    });

    /// <summary>The rules once more, counted from the answers and not from the set, so that both would have to be wrong in the same way.</summary>
    private static List<string> Expected(SelfAssessment assessment)
    {
        var answers = assessment.Answers;
        var invalid = new List<string>();
        invalid.AddRange(answers.Select(a => a.Indicator).Except(Answers.Codes).Select(code => $"indicator_unknown {code.Trim()}"));
        invalid.AddRange(Answers.Codes.Except(answers.Select(a => a.Indicator)).Select(code => $"indicator_missing {code}"));
        var known = answers.Where(a => Answers.Codes.Contains(a.Indicator)).ToList();
        invalid.AddRange(known.CountBy(a => a.Indicator).Where(pair => pair.Value > 1).Select(pair => $"indicator_repeated {pair.Key}"));
        invalid.AddRange(known.Where(a => a.Points < 0).Select(a => $"points_negative {a.Indicator}"));
        invalid.AddRange(known.Where(a => a.Points > Max(a.Indicator)).Select(a => $"points_above_maximum {a.Indicator}"));

        var floors = new Dictionary<string, int> { ["2.2"] = 3, ["3.1"] = 10, ["3.2"] = 10 };
        var low = known.Where(a => floors.TryGetValue(a.Indicator, out var floor) && a.Points >= 0 && a.Points < floor)
            .Where(a => known.Count(other => other.Indicator == a.Indicator) == 1)
            .Select(a => $"points_below_floor {a.Indicator}");
        var total = invalid.Count == 0 && answers.Sum(a => a.Points) < 50 ? ["total_below_pass_mark "] : (string[])[];
        return [.. invalid, .. low, .. total];
    }

    private static int Max(string code) => Answers.Indicators.Single(indicator => indicator.Code == code).Max!.Value;

    private static int Rank(Verdict verdict) => Circular22.Bands.Single(band => band.Code == verdict.Grade!.Code).Min;

    private static string Name(Ground ground) => $"{ground.Code} {ground.Indicator}";
}
