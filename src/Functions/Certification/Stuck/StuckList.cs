using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Certification.Stuck;

/// <summary>What one of those who watch may see of the stuck cases: those of his area, without those that he has an interest in.</summary>
public sealed class StuckList(StuckTable table, ApplicationTable applications, CaseAccess access)
{
    /// <param name="after">The <see cref="StuckPart.Next"/> of the part before, or null.</param>
    public async Task<StuckPart> ReadAsync(Actor person, DossierNumber? after, int limit, CancellationToken cancellationToken)
    {
        var items = new List<StuckCase>();
        await foreach (var stuck in table.ReadAsync(after, cancellationToken))
        {
            if (!access.IsInArea(person, stuck.Place.Unit, stuck.Place.At, Role.Administrator, Role.Auditor) || !await MaySeeAsync(person, stuck.Dossier, cancellationToken))
                continue;
            items.Add(stuck);
            if (items.Count == limit)
                return new(items, stuck.Dossier);
        }

        return new(items, null);
    }

    // What has been closed or erased since the sweep is not stuck.
    private async Task<bool> MaySeeAsync(Actor person, DossierNumber dossier, CancellationToken cancellationToken)
    {
        try
        {
            return await applications.ReadAsync(dossier, cancellationToken) is { IsClosed: false } state && !Conflicts.Bar(person, state);
        }
        catch (CaseErasedException)
        {
            return false;
        }
    }
}

/// <param name="Next">Null after the last.</param>
public sealed record StuckPart(IReadOnlyList<StuckCase> Items, DossierNumber? Next);
