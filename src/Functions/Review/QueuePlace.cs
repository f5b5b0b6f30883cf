namespace TitleCertification.Functions.Review;

/// <summary>Where a case stands in the order of a queue, or stood until it was decided.</summary>
public readonly record struct QueuePlace(DateOnly DueOn, string Dossier)
{
    public bool IsAfter(QueuePlace other) => DueOn > other.DueOn || (DueOn == other.DueOn && string.CompareOrdinal(Dossier, other.Dossier) > 0);
}
