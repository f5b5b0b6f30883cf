using System.Diagnostics;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Testing;

namespace TitleCertification.Bench;

/// <summary>
/// Judgements of one core in both models, over answers that pass, fail and are broken, in the order of the set and out of it. Every verdict of a round is held against one
/// that is counted here in the plainest way.
/// </summary>
internal static class ScoringBench
{
    private const int Different = 1_000;
    private const int PerRound = 200_000;
    private const int Rounds = 7;
    private const double Goal = 1_000_000;

    public static IReadOnlyList<Figure> Run()
    {
        // The first time is what a start of the service pays: everything is compiled then.
        var first = Load(RuleBookDirectory.Shipped, out _);
        var next = Enumerable.Range(0, 10).Min(again => Load(RuleBookDirectory.Shipped, out _));
        Load(Repository.SampleProvince, out var sample);
        var (points, levels) = (sample.CriteriaSets["DVHT-TT22-2020"], sample.CriteriaSets["MAU-DVHT"]);
        return
        [
            new("loading the shipped rule book, the first time", first, "ms", "under 200", first < 200),
            new("loading the shipped rule book, again", next, "ms"),
            Measure("scoring by points, a core", points, new(HolderLevel.District), shuffled: false),
            Measure("scoring by points, answers in any order", points, new(HolderLevel.District), shuffled: true),
            Measure("scoring by levels, a core", levels, new(HolderLevel.Commune, "PHO_THONG"), shuffled: false),
            Measure("scoring by levels, answers in any order", levels, new(HolderLevel.Commune, "PHO_THONG"), shuffled: true),
        ];
    }

    private static Figure Measure(string name, CriteriaSet set, AssessedHolder holder, bool shuffled)
    {
        var random = new Random(22_2020);
        var answers = Enumerable.Range(0, Different).Select(_ => Answers(set, random, shuffled)).ToArray();
        var rate = 0d;
        for (var round = 0; round < Rounds; round++)
        {
            // Processor time of the process, collector and compiler included; the best round counts, on a machine that others use too.
            using var process = Process.GetCurrentProcess();
            var start = process.TotalProcessorTime;
            var passed = 0;
            for (var i = 0; i < PerRound; i++)
                passed += Scoring.Judge(set, answers[i % Different], holder).Passes ? 1 : 0;
            process.Refresh();
            rate = Math.Max(rate, PerRound / (process.TotalProcessorTime - start).TotalSeconds);
            Check(passed == answers.Count(given => Passes(set, holder, given)) * (PerRound / Different), $"{name}: {passed} of {PerRound} passed, which is another number than was counted");
        }

        // The goal is for answers as forms send them, in the order of the set.
        return shuffled ? new(name, Math.Round(rate), "judgements/s") : new(name, Math.Round(rate), "judgements/s", "1,000,000 or more", rate >= Goal);
    }

    /// <summary>Four in five as good as can be but for one indicator or two; one in twenty with an indicator missing.</summary>
    private static SelfAssessment Answers(CriteriaSet set, Random random, bool shuffled)
    {
        var answers = set.Indicators.Select(indicator => indicator.Measure switch
        {
            // Another text with the same letters, as what is read from a request.
            Domain.Titles.Measure.Met => new IndicatorAnswer(new string(indicator.Code), Met: random.Next(20) > 0),
            Domain.Titles.Measure.Percent => new IndicatorAnswer(new string(indicator.Code), Percent: random.Next(20) > 0 ? 100 : random.Next(101)),
            _ => new IndicatorAnswer(new string(indicator.Code), random.Next(5) > 1 ? indicator.Max : random.Next(indicator.Max!.Value + 1)),
        }).ToArray();
        if (random.Next(20) == 0)
            answers = answers[1..];
        if (shuffled)
            random.Shuffle(answers);
        return new(answers);
    }

    /// <summary>The rules once more, without engine: every indicator that applies is answered, and the pass mark or every requirement of one level is reached.</summary>
    private static bool Passes(CriteriaSet set, AssessedHolder holder, SelfAssessment given)
    {
        var answers = given.Answers.ToDictionary(answer => answer.Indicator);
        var asked = set.Indicators.Where(indicator => indicator.AppliesTo.Count == 0 || indicator.AppliesTo.Contains(holder.LearningUnitKind!)).ToList();
        if (!asked.All(indicator => answers.ContainsKey(indicator.Code)))
            return false;
        return set.Mode is CriteriaMode.Points
            ? asked.Sum(indicator => answers[indicator.Code].Points) >= set.Bands.Where(band => band.Awarded).Min(band => band.Min)
            : set.AwardLevels.Any(level => asked.All(indicator => IsMet(indicator, answers[indicator.Code], level.Code)));
    }

    private static bool IsMet(Indicator indicator, IndicatorAnswer answer, string level)
    {
        var asked = indicator.Requirements.FirstOrDefault(requirement => requirement.Level == level);
        if (asked is null && indicator.Requirements.Count > 0)
            return true;
        return indicator.Measure is Domain.Titles.Measure.Percent ? answer.Percent >= asked!.Percent : answer.Met == true;
    }

    /// <summary>As a start does it: read from the disk, parsed, checked as a whole and against what certificates can print.</summary>
    private static double Load(string directory, out RuleBook book)
    {
        var watch = Stopwatch.StartNew();
        book = Rules.Read(directory);
        var time = watch.Elapsed.TotalMilliseconds;
        Check(book.CriteriaSets.Count >= 10 && book.Units.All.Count > 100, "the rule book is not whole");
        return time;
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException($"The benchmark's own check failed: {otherwise}.");
    }
}
