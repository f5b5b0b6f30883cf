using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;

namespace TitleCertification.Functions.Privacy;

/// <summary>Takes back a consent for its applicant; of closed cases too, for as long as the data are kept.</summary>
public sealed class ConsentWithdrawal(CaseCommands commands, DossierTable dossiers)
{
    public async Task<CommandResult> RunAsync(Application own, ConsentWithdrawalInput input, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        if (own.IsClosed)
            await dossiers.ReopenedForAsync(own.Dossier, cancellationToken);
        return await commands.ExecuteAsync(own.Dossier, state => Consenting.Withdraw(state, input), actor, orchestrations, cancellationToken);
    }
}
