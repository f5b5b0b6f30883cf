using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>The headers of tus 1.0.0 (tus.io), the protocol of resumable uploads: its core, and the extensions creation, checksum and termination.</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string PieceType = "application/offset+octet-stream";
    public const string UploadLength = "Upload-Length", UploadOffset = "Upload-Offset";

    /// <returns>Null when the caller speaks the version that is spoken here.</returns>
    public static IResult? Greet(HttpRequest request)
    {
        Describe(request.HttpContext.Response);
        return request.Headers["Tus-Resumable"] == Version ? null : Problems.From(EvidenceProblems.UploadVersion);
    }

    public static void Describe(HttpResponse response)
    {
        response.Headers["Tus-Resumable"] = Version;
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,checksum,termination";
        response.Headers["Tus-Checksum-Algorithm"] = "sha1,sha256";
        response.Headers["Tus-Max-Size"] = Text(EvidenceLimits.FileBytes);
        response.Headers.CacheControl = "no-store";
    }

    /// <returns>Null where the header is missing or no number from 0 up.</returns>
    public static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One value of Upload-Metadata ("name base64, name base64"), or null where it is missing or no text.</summary>
    public static string? Metadata(HttpRequest request, string name)
    {
        foreach (var pair in request.Headers["Upload-Metadata"].ToString().Split(','))
        {
            if (pair.Trim().Split(' ') is [var key, var value] && key == name)
                return Base64(value) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        }

        return null;
    }

    /// <returns>Null when there is no checksum, or it is that of the content.</returns>
    public static Problems.Problem? CheckSum(HttpRequest request, ReadOnlySpan<byte> content)
    {
        if (request.Headers["Upload-Checksum"].ToString() is not { Length: > 0 } header)
            return null;
        var hash = header.Split(' ') switch
        {
            // The protocol asks for SHA-1, against accidents and nobody's intent.
#pragma warning disable CA5350
            ["sha1", _] => SHA1.HashData(content),
#pragma warning restore CA5350
            ["sha256", _] => SHA256.HashData(content),
            _ => null,
        };
        if (hash is null)
            return EvidenceProblems.UploadHeaderWrong;
        return Base64(header.Split(' ')[1]) is { } given && hash.AsSpan().SequenceEqual(given) ? null : EvidenceProblems.ChecksumWrong;
    }

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
