using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Drafts;

/// <summary>An application that is not sent yet: what has been answered so far, question by question.</summary>
/// <param name="Key">The Idempotency-Key it will be filed under: however often it is sent, it becomes one application.</param>
/// <param name="Phone">Asked first: with the code it is the proof of whose the draft is.</param>
/// <param name="Dossier">Set once it is filed; then everything else is forgotten.</param>
public sealed record Draft(string Key, DateTimeOffset Expires, string Phone, string? Dossier = null)
{
    /// <summary>Id of the officer who files for others; null for everybody else.</summary>
    public string? Officer { get; init; }

    /// <summary>The day of the consent on paper; asked of officers alone.</summary>
    public DateOnly? PaperOn { get; init; }

    public TitleKind? Title { get; init; }

    public HolderLevel? Level { get; init; }

    public int? Year { get; init; }

    /// <summary>The commune.</summary>
    public string? Unit { get; init; }

    /// <summary>The hamlet in it, where the title is a hamlet's own; "" where it is not in the list.</summary>
    public string? Hamlet { get; init; }

    public string? LearningUnitKind { get; init; }

    public string? HolderName { get; init; }

    public string? HolderAddress { get; init; }

    /// <summary>Of the application before, by the same officer: neighbours' addresses differ little.</summary>
    public string? AddressBefore { get; init; }

    public string? RepresentativeName { get; init; }

    public string? RepresentativePosition { get; init; }

    /// <summary>"" when the question was answered with none.</summary>
    public string? Email { get; init; }

    /// <summary>Of the representative, where a program has said it: "vi" or "en". Whoever files on the pages is written to as he reads.</summary>
    public string? Language { get; init; }

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

    /// <summary>Tells it from others of the same browser, and gives nothing away.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Key)).AsSpan(0, 8));

    /// <summary>What is left of it once it is filed. An officer's goes on with what the next one has in common with it.</summary>
    public Draft Filed(string dossier) => new Draft(Key, Expires, "", dossier) { Officer = Officer }.Following(this);

    /// <summary>Begun after <paramref name="before"/> by the same officer: for the same kind of title, in the same place.</summary>
    public Draft Following(Draft before) => Officer is null || Officer != before.Officer ? this : this with
    {
        Title = before.Title, Level = before.Level, Year = before.Year, Unit = before.Unit, Hamlet = before.Hamlet, LearningUnitKind = before.LearningUnitKind,
        RepresentativePosition = before.RepresentativePosition, AddressBefore = before.HolderAddress ?? before.AddressBefore,
    };
}
