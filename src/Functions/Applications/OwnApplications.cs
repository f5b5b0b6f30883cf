using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Applications;

/// <summary>The cases of whoever has signed in, for the API and for the portal alike.</summary>
public sealed class OwnApplications(OwnTable table, ApplicationTable applications, CaseAccess access, ReadLog reads, WhoAsks whoAsks)
{
    private const int PageLength = 50;

    /// <returns>The cases of the page, the newest first, and after which to go on; null where there are no more.</returns>
    public async Task<(IReadOnlyList<Application> Cases, DossierNumber? Next)> OfAsync(HttpRequest request, string? after, CancellationToken cancellationToken)
    {
        if (whoAsks.Person(request) is not { } person)
            return ([], null);
        var dossiers = await table.ReadAsync(person.Id, DossierNumber.TryParse(after, out var last) ? last : null, PageLength, cancellationToken);
        var cases = await Task.WhenAll(dossiers.Select(dossier => FindAsync(dossier, cancellationToken)));
        List<Application> filed = [.. cases.OfType<Application>().Where(own => access.HasFiled(request, own)).OrderByDescending(own => own.SubmittedAt)];
        // Of other people: a list that one of the staff has seen.
        foreach (var unit in filed.Where(state => state.Submission.Assistance is not null).GroupBy(state => state.Submission.Unit))
            await reads.ListedAsync(person, Role.CommuneOfficer, unit.Key, [.. unit.Select(state => state.Dossier.ToString())], cancellationToken);
        return (filed, dossiers.Count == PageLength ? dossiers[^1] : null);
    }

    /// <summary>Not the newest word where it is at hand: whoever opens the case gets that.</summary>
    private async Task<Application?> FindAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        try
        {
            return await applications.ReadAsync(dossier, version: 0, cancellationToken);
        }
        catch (CaseErasedException)
        {
            return null;
        }
    }
}
