using System.Text.Json;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>What can be said of a fact without opening it.</summary>
/// <param name="At">Null, like <paramref name="By"/> and <paramref name="Kind"/>, for a fact that was emptied by erasure.</param>
public sealed record AuditedFact(int Sequence, DateTimeOffset? At, string? By, string? Kind, string Hash)
{
    /// <returns>Null when it says nothing of the kind.</returns>
    internal static AuditedFact? Of(FactLink link, int place)
    {
        if (link.Recorded is null)
            return new(place, null, null, null, link.Hash);
        try
        {
            using var recorded = JsonDocument.Parse(link.Recorded);
            var root = recorded.RootElement;
            var kind = root.TryGetProperty("kind", out var given) ? given.GetString() : root.GetProperty("fact").GetProperty("fact").GetString();
            return new(root.GetProperty("sequence").GetInt32(), root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("by").GetString(), kind, link.Hash);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>The parts of a stored fact as they stand there.</summary>
/// <param name="Recorded">Null for one that was emptied.</param>
internal sealed record FactLink(string Previous, string Hash, string? Recorded)
{
    /// <returns>Null unless the body is, byte for byte, what these parts make.</returns>
    public static FactLink? Parse(string body)
    {
        try
        {
            using var row = JsonDocument.Parse(body);
            var (previous, hash) = (row.RootElement.GetProperty("previous").GetString()!, row.RootElement.GetProperty("hash").GetString()!);
            var recorded = row.RootElement.TryGetProperty("recorded", out var given) ? given.GetRawText() : null;
            return body == (recorded is null ? FactChain.Emptied(body) : FactChain.Body(previous, hash, recorded)) ? new(previous, hash, recorded) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
