using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Privacy;

/// <summary>Every Sunday, 03:00 in Viet Nam.</summary>
public sealed class KeepNoLonger(Retention retention, Rules rules)
{
    [Function(nameof(KeepNoLonger))]
    [Policy(Access.Internal)]
    public Task RunAsync([TimerTrigger("0 0 20 * * 6")] TimerInfo timer, CancellationToken cancellationToken) => retention.RunAsync(rules.Agencies, RetentionRule.Shipped, cancellationToken);
}
