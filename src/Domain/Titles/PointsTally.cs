namespace TitleCertification.Domain.Titles;

/// <summary>Points: added up, held against the pass mark of the holder, graded by bands.</summary>
internal sealed class PointsTally(CriteriaSet set, AssessedHolder? holder) : Tally(set)
{
    private readonly int[] points = new int[set.Criteria.Count];
    private List<Ground>? belowFloor;

    public override void Add(int criterion, Indicator indicator, IndicatorAnswer? answer, bool sound)
    {
        var counted = Math.Clamp(answer?.Points ?? 0, 0, indicator.Max ?? 0);
        points[criterion] += counted;
        if (sound && counted < indicator.Floor)
            (belowFloor ??= []).Add(new(GroundCodes.BelowFloor, GroundKind.NotReached, indicator.Code, counted, indicator.Floor));
    }

    public override Verdict Close(List<Ground> grounds)
    {
        var total = 0;
        var scores = new CriterionScore[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            total += points[i];
            scores[i] = new(Set.Criteria[i].Code, points[i], Set.Criteria[i].Max);
        }

        var passMark = holder is null ? null : Set.PassMarkFor(holder);
        if (passMark is null && Set.Complete)
            grounds.Add(new(GroundCodes.SetIncomplete, GroundKind.Invalid));
        var valid = grounds.Count == 0;
        if (belowFloor is not null)
            grounds.AddRange(belowFloor);
        if (!valid)
            return new(CriteriaMode.Points, total, Set.MaxTotal, null, grounds, scores, null);

        var reached = total >= passMark;
        if (!reached)
            grounds.Add(new(GroundCodes.BelowPassMark, GroundKind.NotReached, Actual: total, Required: passMark));
        var band = Set.BandOf(total);
        // Between the mark of disadvantaged areas and the ordinary one the bands know no title: it is reached in the lowest grade.
        if (reached && band is { Awarded: false })
            band = Set.LowestAwarded;
        return new(CriteriaMode.Points, total, Set.MaxTotal, band?.Grade, grounds, scores, Next(total, band, grounds));
    }

    private NextGrade? Next(int total, Band? band, List<Ground> grounds)
    {
        if (grounds.Count > 0)
            return (band is { Awarded: true } ? band : Set.LowestAwarded) is { } asked ? new(asked.Grade, [.. grounds]) : null;
        return band is not null && Set.LowestAwardedAbove(Math.Max(total, band.Min)) is { } higher
            ? new(higher.Grade, [new(GroundCodes.BelowGrade, GroundKind.NotReached, null, total, higher.Min, higher.Name)])
            : null;
    }
}
