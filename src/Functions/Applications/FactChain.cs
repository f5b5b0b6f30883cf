using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// How facts are stored: each row holds the hash of the one before, so that a fact changed, dropped or put in later is found. The hash is
/// taken over the bytes that are stored, which are sealed with the key of the case: a chain verifies without the key, and after it is gone.
/// </summary>
public static class FactChain
{
    private const string Prefix = "fact:";

    /// <summary>Ends every range of facts: ';' follows ':'.</summary>
    public const string EndKey = "fact;";

    public static string Key(int sequence) => Prefix + sequence.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>What the first fact is chained to.</summary>
    public static string Start(DossierNumber dossier) => Hash(dossier.ToString());

    /// <param name="key">Null for a fact that holds nothing of a person and must outlive the key.</param>
    /// <param name="shownBy">Who it is by, as it may be read without the key.</param>
    public static (string Hash, string Body) Append(string previous, DossierNumber dossier, RecordedFact recorded, CaseKey? key, string? shownBy = null)
    {
        var json = key is null ? Json.Write(recorded) : Json.Write(SealedFact.Of(dossier, recorded, key, shownBy ?? recorded.By));
        var hash = Link(previous, json);
        return (hash, Body(previous, hash, json));
    }

    /// <exception cref="CaseErasedException">It is sealed and <paramref name="key"/> is null.</exception>
    public static RecordedFact Read(DossierNumber dossier, string body, CaseKey? key)
    {
        using var row = JsonDocument.Parse(body);
        var recorded = row.RootElement.GetProperty("recorded");
        return recorded.TryGetProperty("sealed", out _)
            ? recorded.Deserialize<SealedFact>(Json.Options)!.Open(dossier, key ?? throw new CaseErasedException())
            : recorded.Deserialize<RecordedFact>(Json.Options)!;
    }

    internal static bool IsSealed(string body)
    {
        using var row = JsonDocument.Parse(body);
        return row.RootElement.TryGetProperty("recorded", out var recorded) && recorded.TryGetProperty("sealed", out _);
    }

    /// <summary>What is left of an unsealed fact when its case is erased: its links.</summary>
    internal static string Emptied(string body)
    {
        using var row = JsonDocument.Parse(body);
        return $$"""{"previous":"{{row.RootElement.GetProperty("previous").GetString()}}","hash":"{{row.RootElement.GetProperty("hash").GetString()}}"}""";
    }

    internal static string Body(string previous, string hash, string recorded) => $$"""{"previous":"{{previous}}","hash":"{{hash}}","recorded":{{recorded}}}""";

    /// <summary>The hash of a fact by what it is chained to and its bytes.</summary>
    internal static string Link(string previous, string recorded) => Hash(previous + recorded);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A fact as it is stored: who of the staff, when and what kind can be read for as long as there are titles; all else only with the key.</summary>
internal sealed record SealedFact(int Sequence, DateTimeOffset At, string By, string Kind, string Sealed)
{
    public static SealedFact Of(DossierNumber dossier, RecordedFact recorded, CaseKey key, string shownBy) => new(
        recorded.Sequence, recorded.At, shownBy, recorded.Fact.GetType().Name, key.Seal(Json.Write(new Content(recorded.By, recorded.Fact)), Place(dossier, recorded.Sequence)));

    public RecordedFact Open(DossierNumber dossier, CaseKey key)
    {
        var content = Json.Read<Content>(key.Open(Sealed, Place(dossier, Sequence)));
        return new(Sequence, At, content.By, content.Fact);
    }

    private static string Place(DossierNumber dossier, int sequence) => $"{dossier}:fact:{sequence.ToString(CultureInfo.InvariantCulture)}";

    private sealed record Content(string By, Fact Fact);
}
