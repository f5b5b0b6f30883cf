using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Evidence;

/// <summary>The secret that opens a folder of evidence: 256 random bits. Whoever presents it need prove nothing else; it is never stored.</summary>
public static class EvidenceTicket
{
    public const string Header = "X-Evidence-Ticket";
    private const int Bytes = 32;

    public static string Make() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>The id of the folder that the ticket opens, or null for what is no ticket.</returns>
    public static string? FolderOf(string? ticket) => ticket is { Length: 2 * Bytes } && ticket.All(char.IsAsciiHexDigitLower)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"evidence folder {ticket}")))[..32]
        : null;

    /// <summary>What the files of the folder are sealed with: like the ticket it is stored nowhere, until a submission names the files and keeps it among its facts.</summary>
    public static CaseKey KeyOf(string ticket) => CaseKey.Parse(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes($"evidence key {ticket}"))));

    public static string? Of(HttpRequest request) => request.Headers[Header].ToString();
}
