using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>
/// The heads of one day: a line that says when, how many and what the file before was, then a line for each case. Written once; each
/// holds the hash of the one before, so that none can be changed or left out without the next one showing it.
/// </summary>
public sealed record HeadsFile(HeadsHeader Header, IReadOnlyList<CaseHead> Heads)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(
        Heads.OrderBy(head => head.Dossier.ToString(), StringComparer.Ordinal).Select(head => Json.Write(head) + "\n").Prepend(Json.Write(Header) + "\n")));

    /// <returns>Null when it is not such a file.</returns>
    public static HeadsFile? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var file = new HeadsFile(Json.Read<HeadsHeader>(lines[0]), [.. lines.Skip(1).Select(Json.Read<CaseHead>)]);
            return file.Heads.Count == file.Header.Cases ? file : null;
        }
        catch (Exception e) when (e is JsonException or IndexOutOfRangeException or FormatException)
        {
            return null;
        }
    }

    public static string HashOf(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}

/// <param name="Day">Vietnamese day of the export.</param>
/// <param name="Cases">How many lines follow.</param>
/// <param name="Previous">Null in the first file.</param>
public sealed record HeadsHeader(DateOnly Day, DateTimeOffset At, int Cases, PreviousHeads? Previous);

public sealed record PreviousHeads(DateOnly Day, string Sha256);

/// <summary>How far the chain of a case went, and the hash of its last fact.</summary>
public sealed record CaseHead(DossierNumber Dossier, int Version, string Head);
