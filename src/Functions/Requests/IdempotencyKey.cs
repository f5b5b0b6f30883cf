using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Requests;

/// <summary>What makes a repeated submission the same submission.</summary>
public static class IdempotencyKey
{
    /// <returns>The key as it is stored (a hash: callers may put personal data into keys), or null where the header is missing or not 8 to 64 printable ASCII characters.</returns>
    public static string? Of(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: >= 8 and <= 64 } key && key.All(c => c is > ' ' and <= '~') ? Hash(key) : null;

    /// <summary>Tells a repetition from another submission under the same key: by what was sent, not by what the unit is on the day it is sent again.</summary>
    public static bool AreSame(Submission one, Submission other) => Json.Write(one with { Disadvantaged = false }) == Json.Write(other with { Disadvantaged = false });

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
