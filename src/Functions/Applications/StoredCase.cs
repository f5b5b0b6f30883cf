using System.Security.Cryptography;
using System.Text.Json;
using TitleCertification.Domain.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>The rows of a case as they are stored. Nothing of them is believed yet.</summary>
/// <param name="Facts">In the order of their keys.</param>
public sealed record StoredCase(DossierNumber Dossier, IReadOnlyList<StoredRow> Facts, StoredRow? KeyRow, StoredRow? State)
{
    /// <summary>Null where the case has none: it was erased, or written before there were keys.</summary>
    public CaseKey? Key => KeyRow is { } row ? CaseKey.Parse(Json.Read<KeyRow>(row.Body).Key) : null;

    public bool IsErased => State is { } row && Json.Read<StateRow>(row.Body).Erased is not null;

    /// <summary>The unit the case is of, and on which day it was; null where the state cannot be opened.</summary>
    public (string Unit, DateTimeOffset At)? Place()
    {
        try
        {
            return Open() is { } state ? (state.Submission.Unit, state.SubmittedAt)
                : State is { } row && Json.Read<StateRow>(row.Body).Erased is { } erasure ? (erasure.Unit, erasure.At)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The state; null where there is none, where it was erased or where it cannot be opened.</summary>
    public Application? Open()
    {
        try
        {
            return State is { } row ? Json.Read<StateRow>(row.Body).Open(Dossier) : null;
        }
        catch (CaseErasedException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or CryptographicException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    public static StoredCase Of(DossierNumber dossier, IReadOnlyList<StoredRow> rows) => new(
        dossier, [.. rows.Where(row => row.Key.StartsWith("fact:", StringComparison.Ordinal))],
        rows.FirstOrDefault(row => row.Key == StateRow.KeyRowKey), rows.FirstOrDefault(row => row.Key == StateRow.RowKey));
}

internal sealed record KeyRow(string Key);
