using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Audit;

/// <summary>Every night, 01:00 in Viet Nam: writes down how far the chain of every case goes that has changed since the last time.</summary>
public sealed class ExportHeads(HeadsExport export, DossierTable dossiers)
{
    [Function(nameof(ExportHeads))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 0 18 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        await export.RunAsync(await dossiers.AgenciesAsync(cancellationToken), cancellationToken);
}
