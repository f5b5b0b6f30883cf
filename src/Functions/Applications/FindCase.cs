using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Applications;

internal static class FindCase
{
    /// <summary>The case at any version that is at hand, or as stored; null where there is none, or where it has been erased: for those to whom that is the same.</summary>
    public static async Task<Application?> FindAsync(this ApplicationTable applications, string? dossier, CancellationToken cancellationToken, bool asStored = false)
    {
        try
        {
            return !DossierNumber.TryParse(dossier, out var number) ? null
                : asStored ? await applications.ReadAsync(number, cancellationToken)
                : await applications.ReadAsync(number, 0, cancellationToken);
        }
        catch (CaseErasedException)
        {
            return null;
        }
    }
}
