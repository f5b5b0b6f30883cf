using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Audit;

/// <summary>Every night, 01:00 in Viet Nam: writes down how far the chain of every case goes that has changed since the last time.</summary>
public sealed class ExportHeads(HeadsExport export, Rules rules)
{
    [Function(nameof(ExportHeads))]
    [Policy(Access.Internal)]
    public Task RunAsync([TimerTrigger("0 0 18 * * *")] TimerInfo timer, CancellationToken cancellationToken) => export.RunAsync(rules.Agencies, cancellationToken);
}
