using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>
/// How one of the staff has filtered his queue: kept while the browser is open, so that he comes back to the same list after each case. Sealed, and in no address: what he searches
/// for is mostly a name.
/// </summary>
public sealed class FilterCookie(IDataProtectionProvider protection)
{
    private const string Name = "queue";
    private readonly IDataProtector protector = protection.CreateProtector("TitleCertification.QueueFilter");

    /// <summary>What he has set; everything where he has set nothing, or somebody else was here before.</summary>
    public QueueFilter Read(HttpRequest request, Actor person)
    {
        if (request.Cookies[Name] is not { Length: > 0 and < 4096 } sealedText)
            return QueueFilter.All;
        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(sealedText), Json.Options) is { } kept && kept.Person == person.Id ? kept.Filter : QueueFilter.All;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return QueueFilter.All;
        }
    }

    public void Write(HttpRequest request, Actor person, QueueFilter filter) => request.HttpContext.Response.Cookies.Append(
        Name, protector.Protect(Json.Write(new Kept(person.Id, filter))),
        Cookies.Options(request, "/review"));

    private sealed record Kept(string Person, QueueFilter Filter);
}
