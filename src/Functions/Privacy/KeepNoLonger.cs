using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Privacy;

/// <summary>Every Sunday, 03:00 in Viet Nam.</summary>
public sealed class KeepNoLonger(Retention retention, DossierTable dossiers)
{
    [Function(nameof(KeepNoLonger))]
    [Policy(Access.Internal)]
    public async Task RunAsync([TimerTrigger("0 0 20 * * 6")] TimerInfo timer, CancellationToken cancellationToken) =>
        await retention.RunAsync(await dossiers.AgenciesAsync(cancellationToken), RetentionRule.Shipped, cancellationToken);
}
