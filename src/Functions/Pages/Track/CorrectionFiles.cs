using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>The folder of the files for a correction. Its ticket is kept in the browser, sealed, until the window is closed.</summary>
public sealed class CorrectionFiles(EvidenceFolders folders, IDataProtectionProvider protection)
{
    private const string Name = "files";
    private const string Path = "/track";
    private readonly IDataProtector protector = protection.CreateProtector("TitleCertification.CorrectionFiles");

    /// <returns>The ticket of this case's folder and the folder, while it can be added to; null where there is none.</returns>
    public async Task<(string Ticket, EvidenceFolder Folder)?> FindAsync(HttpRequest request, Application state, CancellationToken cancellationToken) =>
        Ticket(request) is { } ticket && (await folders.FindOpenAsync(ticket, cancellationToken)).Folder is { } folder && folder.Row.OpenedFor == state.Dossier.ToString() ? (ticket, folder) : null;

    /// <summary>The same, opened where there is none.</summary>
    public async Task<(string Ticket, EvidenceFolder Folder)> OpenAsync(HttpRequest request, Application state, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, state, cancellationToken) is { } found)
            return found;
        var opened = await folders.OpenAsync(state.Dossier.ToString(), VietnamTime.EndOf(state.Correction!.AnswerBy), cancellationToken);
        request.HttpContext.Response.Cookies.Append(Name, protector.Protect(opened.Ticket), Cookies.Options(request, Path));
        return (opened.Ticket, (await folders.FindAsync(opened.Ticket, cancellationToken))!);
    }

    private string? Ticket(HttpRequest request)
    {
        try
        {
            return request.Cookies[Name] is { Length: > 0 } sealedText ? protector.Unprotect(sealedText) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
