using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The rows that one of the staff has marked in his queue, over all its pages: they stay marked while he pages, filters, and looks into a case.</summary>
public sealed class PickedCookie(StaffCookies cookies)
{
    private const string Name = "picked";

    public IReadOnlyList<string> Read(HttpRequest request, Actor person) => cookies.Read<IReadOnlyList<string>>(request, person, Name) ?? [];

    /// <summary>For a case that is decided, or is not his any more.</summary>
    public void Drop(HttpRequest request, Actor person, string dossier)
    {
        if (Read(request, person) is var picked && picked.Contains(dossier))
            Write(request, person, [.. picked.Where(other => other != dossier)]);
    }

    /// <summary>No more than can be decided at once.</summary>
    public void Write(HttpRequest request, Actor person, IReadOnlyList<string> dossiers)
    {
        if (dossiers.Count == 0)
            StaffCookies.Remove(request, Name);
        else
            cookies.Write<IReadOnlyList<string>>(request, person, Name, [.. dossiers.Take(Approvals.Most)]);
    }
}
