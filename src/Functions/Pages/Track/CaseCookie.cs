using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>
/// The case that an applicant has opened in this browser, with the proof he gave: sealed, gone with the browser's window and an hour after the last page. So nothing of
/// it ever stands in an address, and no page has to ask again.
/// </summary>
public sealed class CaseCookie(IDataProtectionProvider protection)
{
    private const string Name = "case";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(3);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("TitleCertification.OpenCase").ToTimeLimitedDataProtector();

    public void Write(HttpRequest request, string dossier, string phoneDigits) => request.HttpContext.Response.Cookies.Append(
        Name, protector.Protect($"{dossier} {phoneDigits}", Lifetime), Cookies.Options(request));

    public static void Remove(HttpRequest request) => request.HttpContext.Response.Cookies.Delete(Name, Cookies.Options(request));

    /// <summary>Being seen makes it last.</summary>
    /// <returns>Null where no case is open, or the hour is over.</returns>
    public TrackInput? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 } sealedText)
            return null;
        try
        {
            if (protector.Unprotect(sealedText, out var expires).Split(' ') is not [var dossier, var digits])
                return null;
            // By the protector's own clock, which is the machine's.
            if (expires - TimeProvider.System.GetUtcNow() < Lifetime - Renewal)
                Write(request, dossier, digits);
            return new(dossier, digits);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
