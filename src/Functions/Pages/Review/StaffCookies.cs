using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>
/// What one of the staff has set on the pages of reviewers, kept while the browser is open: sealed, and in no address, because what he searches for is mostly a name. Whoever
/// signs in after him in the same browser finds nothing of it.
/// </summary>
public sealed class StaffCookies(IDataProtectionProvider protection)
{
    // Browsers keep no larger one. A hundred of the longest dossier numbers would be, uncompressed.
    private const int Longest = 4096;

    /// <returns>Null where he has set nothing, or somebody else was here before.</returns>
    public T? Read<T>(HttpRequest request, Actor person, string name)
        where T : class
    {
        if (request.Cookies[name] is not { Length: > 0 and < Longest } sealedText)
            return null;
        try
        {
            using var json = new BrotliStream(new MemoryStream(Protector(name).Unprotect(Base64Url.DecodeFromChars(sealedText))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Kept<T>>(json, Json.Options) is { } kept && kept.Person == person.Id ? kept.Value : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    public void Write<T>(HttpRequest request, Actor person, string name, T value)
        where T : class
    {
        using var memory = new MemoryStream();
        using (var json = new BrotliStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(json, new Kept<T>(person.Id, value), Json.Options);
        request.HttpContext.Response.Cookies.Append(name, Base64Url.EncodeToString(Protector(name).Protect(memory.ToArray())), Cookies.Options(request, "/review"));
    }

    public static void Remove(HttpRequest request, string name) => request.HttpContext.Response.Cookies.Delete(name, Cookies.Options(request, "/review"));

    private IDataProtector Protector(string name) => protection.CreateProtector("TitleCertification.Staff", name);

    private sealed record Kept<T>(string Person, T Value);
}
