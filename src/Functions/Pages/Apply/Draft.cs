using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>An application that is not sent yet: what has been answered so far, question by question.</summary>
/// <param name="Key">The Idempotency-Key it will be filed under: however often it is sent, it becomes one application.</param>
/// <param name="Phone">Asked first: with the code it is the proof of whose the draft is.</param>
/// <param name="Dossier">Set once it is filed; then everything else is forgotten.</param>
public sealed record Draft(string Key, DateTimeOffset Expires, string Phone, string? Dossier = null)
{
    public TitleKind? Title { get; init; }

    public HolderLevel? Level { get; init; }

    public int? Year { get; init; }

    public string? Unit { get; init; }

    public string? LearningUnitKind { get; init; }

    public string? HolderName { get; init; }

    public string? HolderAddress { get; init; }

    public string? RepresentativeName { get; init; }

    public string? RepresentativePosition { get; init; }

    /// <summary>"" when the question was answered with none.</summary>
    public string? Email { get; init; }

    /// <summary>By indicator, whatever set they were given under: coming back to a title finds them again.</summary>
    public IReadOnlyDictionary<string, IndicatorAnswer> Answers { get; init; } = new Dictionary<string, IndicatorAnswer>();

    /// <summary>Criteria whose page has been sent, by set and code.</summary>
    public IReadOnlyList<string> CriteriaSeen { get; init; } = [];

    /// <summary>Opens the folder with the files; null before the first.</summary>
    public string? EvidenceTicket { get; init; }

    /// <summary>The page about files, which nobody has to bring, has been answered.</summary>
    public bool EvidenceSeen { get; init; }

    /// <summary>Null until the question was answered.</summary>
    public IReadOnlyList<string>? Consents { get; init; }
}
