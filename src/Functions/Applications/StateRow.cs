using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// The state of a case as it is stored: how far the chain of its facts goes, and the state itself, sealed. A copy of the key stands beside
/// it, so that a case is read with one request.
/// </summary>
/// <param name="State">Only in rows written before states were sealed; the next command seals them.</param>
/// <param name="Erased">What is left of a case whose key was destroyed.</param>
internal sealed record StateRow(
    int? Version, DateTimeOffset? ChangedAt, string Head, string? Key = null, string? Sealed = null, Application? State = null, Erasure? Erased = null)
{
    public const string RowKey = "state";

    /// <summary>The row that holds the key; it comes after the facts, so that one range reads both.</summary>
    public const string KeyRowKey = "key";

    public static StateRow Of(Application state, string head, CaseKey key) =>
        new(state.Version, state.ChangedAt, head, key.ToText(), key.Seal(Json.Write(state), Place(state.Dossier, state.Version)));

    /// <exception cref="CaseErasedException">There is nothing left to open.</exception>
    public Application Open(DossierNumber dossier) =>
        Erased is not null ? throw new CaseErasedException(Erased) : State ?? Json.Read<Application>(CaseKey.Parse(Key!).Open(Sealed!, Place(dossier, Version!.Value)));

    private static string Place(DossierNumber dossier, int version) => $"{dossier}:state:{version.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>What is known of an erased case: when, why, and what it was about, without any person.</summary>
public sealed record Erasure(DateTimeOffset At, ErasureGround Ground, string Unit, TitleKind Title, int Year, ApplicationStatus Status);

/// <summary>The case has been erased: its key is gone. Answered as 410, where whoever asks may know that there was one.</summary>
public sealed class CaseErasedException(Erasure? erasure = null) : Exception("The case has been erased.")
{
    public Erasure? Erasure => erasure;
}
