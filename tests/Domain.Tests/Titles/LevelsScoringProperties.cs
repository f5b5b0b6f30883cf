using CsCheck;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Titles;

/// <summary>What holds for any answers of any holder under a set of indicators. The oracle counts in another way: it asks each level for itself.</summary>
public sealed class LevelsScoringProperties
{
    private static readonly CriteriaSet Set = CriteriaFiles.Set("MAU-DVHT");

    private static readonly Gen<AssessedHolder> Holder =
        Gen.Select(Gen.OneOf<HolderLevel>([.. Set.Levels]), Gen.OneOf<string>([.. Set.LearningUnitKinds.Select(kind => kind.Code)]), (level, kind) => new AssessedHolder(level, kind));

    private static readonly Gen<decimal> Percent = Gen.OneOf(Gen.Int[85, 100].Select(p => (decimal)p), Gen.OneOf<decimal>([79.99m, 80m, 96.99m, 97m, 0m]));

    /// <summary>Valid answers, nearly all of them good, in any order: so that both levels are reached often enough.</summary>
    private static readonly Gen<SelfAssessment> Sound = Gen.Select(
        Gen.Select(Gen.Int[0, 15], Percent, (met, percent) => (Met: met > 0, Percent: percent)).Array[Set.Indicators.Count], Gen.Bool, Gen.Int[0, 100],
        (values, reversed, good) =>
        {
            var answers = Set.Indicators.Select((indicator, i) => indicator.Measure is Measure.Percent
                ? new IndicatorAnswer(indicator.Code, Percent: Math.Max(values[i].Percent, good switch { > 70 => 100, > 40 => 96, _ => 0 }))
                : new IndicatorAnswer(indicator.Code, Met: values[i].Met));
            return new SelfAssessment([.. reversed ? answers.Reverse() : answers]);
        });

    /// <summary>Whatever a client may send.</summary>
    private static readonly Gen<SelfAssessment> Any = Gen.Select(
        Gen.OneOf<string>([.. Set.Indicators.Select(indicator => indicator.Code), "", "1", "9.9"]), Gen.Bool.Nullable(), Gen.Int[-1, 101].Nullable(),
        (code, met, percent) => new IndicatorAnswer(code, percent, met, percent)).List[0, 20].Select(answers => new SelfAssessment(answers));

    [Fact]
    public void Verdict_OfSoundAnswers_IsThatOfTheOracle() => Gen.Select(Sound, Holder).Sample((answers, holder) =>
    {
        var verdict = Scoring.Judge(Set, answers, holder);
        var missing = Set.AwardLevels.ToDictionary(level => level.Code, level => Missing(answers, holder, level.Code));
        var reached = missing.LastOrDefault(level => level.Value.Count == 0).Key;

        Assert.Equal(reached, verdict.Grade?.Code);
        Assert.Equal(reached is null ? missing["MUC_DO_1"] : [], verdict.Grounds.Select(ground => ground.Indicator!));
        Assert.Equal(reached switch { null => missing["MUC_DO_1"], "MUC_DO_1" => missing["MUC_DO_2"], _ => [] }, verdict.Next?.Missing.Select(ground => ground.Indicator!) ?? []);
        Assert.Equal(verdict.MaxTotal - missing["MUC_DO_1"].Count, verdict.Total);
    });

    [Fact]
    public void Oracle_OverTheGeneratedAnswers_SeesEveryOutcome()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        Gen.Select(Sound, Holder).Sample((answers, holder) => { seen.AddOrUpdate(Scoring.Judge(Set, answers, holder).Grade?.Code ?? "none", 1, (_, n) => n + 1); }, iter: 3_000, seed: "0000000000001");

        Assert.Equal(["MUC_DO_1", "MUC_DO_2", "none"], seen.Keys.Order(StringComparer.Ordinal));
        Assert.All(seen.Values, count => Assert.True(count > 30, string.Join(' ', seen)));
    }

    [Fact]
    public void MeetingMore_NeverLowersTheLevelNorAddsAGround() =>
        Gen.Select(Sound, Holder, Gen.Int[0, Set.Indicators.Count - 1], Gen.Int[0, 100]).Sample((answers, holder, which, more) =>
        {
            var changed = answers.Answers.ToArray();
            changed[which] = changed[which] with { Met = changed[which].Met is null ? null : true, Percent = changed[which].Percent is { } had ? Math.Min(100, had + more) : null };
            var (before, after) = (Scoring.Judge(Set, answers, holder), Scoring.Judge(Set, new(changed), holder));
            return Rank(after) >= Rank(before) && after.Total >= before.Total
                && after.Grounds.All(ground => before.Grounds.Any(b => (b.Code, b.Indicator) == (ground.Code, ground.Indicator)));
        });

    [Fact]
    public void Total_OfAnyAnswers_LiesBetweenZeroAndWhatIsAsked() => Gen.Select(Gen.OneOf(Sound, Any), Holder).Sample((answers, holder) =>
    {
        var verdict = Scoring.Judge(Set, answers, holder);
        return verdict.Total >= 0 && verdict.Total <= verdict.MaxTotal && verdict.Total == verdict.Criteria.Sum(criterion => criterion.Score)
            && verdict.Criteria.All(criterion => criterion.Score <= criterion.Max);
    });

    [Fact]
    public void Grounds_OfAnyAnswers_AreEveryFaultAndOnlyThose() => Gen.Select(Any, Holder).Sample((answers, holder) =>
    {
        var faults = Faults(answers.Answers, holder).Order(StringComparer.Ordinal).ToList();
        var verdict = Scoring.Judge(Set, answers, holder);
        if (faults.Count > 0)
            Assert.Equal(faults, verdict.Grounds.Select(ground => $"{ground.Code} {ground.Indicator}").Order(StringComparer.Ordinal));
        else
            Assert.True(verdict.IsValid);
    });

    private static int Rank(Verdict verdict) => verdict.Grade is null ? -1 : Set.AwardLevels.Select(level => level.Code).ToList().IndexOf(verdict.Grade.Code);

    private static bool IsAsked(Indicator indicator, AssessedHolder holder) =>
        (indicator.AppliesTo is [] || indicator.AppliesTo.Contains(holder.LearningUnitKind!)) && (indicator.HolderLevels is [] || indicator.HolderLevels.Contains(holder.Level));

    private static List<string> Missing(SelfAssessment answers, AssessedHolder holder, string level)
    {
        var given = answers.Answers.ToDictionary(answer => answer.Indicator);
        return
        [
            .. from indicator in Set.Indicators
               where IsAsked(indicator, holder)
               let asked = indicator.Requirements.SingleOrDefault(requirement => requirement.Level == level)
               where indicator.Requirements is [] || asked is not null
               let answer = given[indicator.Code]
               where indicator.Measure is Measure.Percent ? answer.Percent < asked!.Percent : answer.Met is not true
               select indicator.Code,
        ];
    }

    private static IEnumerable<string> Faults(IReadOnlyList<IndicatorAnswer> answers, AssessedHolder holder)
    {
        foreach (var code in answers.Select(answer => answer.Indicator).Except(Set.Indicators.Select(indicator => indicator.Code)))
            yield return $"indicator_unknown {code}";
        foreach (var indicator in Set.Indicators.Where(indicator => IsAsked(indicator, holder)))
        {
            var own = answers.Where(answer => answer.Indicator == indicator.Code).ToList();
            if (own.Count != 1)
                yield return $"{(own.Count == 0 ? "indicator_missing" : "indicator_repeated")} {indicator.Code}";
            foreach (var answer in own)
            {
                if (indicator.Measure is Measure.Met && answer.Met is null)
                    yield return $"met_missing {indicator.Code}";
                if (indicator.Measure is Measure.Percent && answer.Percent is null)
                    yield return $"percent_missing {indicator.Code}";
                if (indicator.Measure is Measure.Percent && answer.Percent is < 0 or > 100)
                    yield return $"percent_out_of_range {indicator.Code}";
            }
        }
    }
}
