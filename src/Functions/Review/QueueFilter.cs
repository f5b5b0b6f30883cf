using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Review;

/// <summary>What somebody wants to see of his queue.</summary>
/// <param name="Stage">Code of a stage, for whoever decides in several.</param>
/// <param name="Text">Words of the dossier number, the holder or the place; diacritics and case aside.</param>
public sealed record QueueFilter(QueueShow Show = QueueShow.All, TitleKind? Title = null, HolderLevel? Level = null, string? Stage = null, string? Text = null)
{
    public static QueueFilter All { get; } = new();
}

public enum QueueShow
{
    All,
    Late,
    Today,
    Mine,
    Unclaimed,
}
