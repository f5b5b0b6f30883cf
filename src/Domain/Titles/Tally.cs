namespace TitleCertification.Domain.Titles;

/// <summary>Counts one judgement in one of the two models.</summary>
internal abstract class Tally(CriteriaSet set)
{
    protected CriteriaSet Set => set;

    /// <param name="criterion">Index of the criterion in the set.</param>
    /// <param name="answer">The answer that counts; null where there is none.</param>
    /// <param name="sound">The answer is the only one and can be used.</param>
    public abstract void Add(int criterion, Indicator indicator, IndicatorAnswer? answer, bool sound);

    /// <param name="grounds">What makes the input invalid; the grounds of the verdict are added to it.</param>
    public abstract Verdict Close(List<Ground> grounds);
}
