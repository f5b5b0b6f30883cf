using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Certification;

/// <summary>Sees to it that a case lies where somebody may decide it (<see cref="Rerouting"/>).</summary>
public sealed class EligibleReviewers(ApplicationTable applications, PeopleTable people)
{
    /// <returns>The case where it lies now: as it was, or one or more levels up.</returns>
    public async Task<Application> FindAsync(Application state, CancellationToken cancellationToken)
    {
        while (state is { Status: ApplicationStatus.InReview, Stage.Rule: { } rule })
        {
            var holders = await people.HoldersAsync(rule.Role, rule.Unit, cancellationToken);
            if (Rerouting.MoveUp(state, holders) is not Outcome.Accepted)
                break;
            var result = await applications.ExecuteAsync(state.Dossier, current => Rerouting.MoveUp(current, holders), Actor.System, cancellationToken);
            state = result is CommandResult.Done done ? done.State : throw new InvalidOperationException($"{state.Dossier} could not be moved up: {result}.");
        }

        return state;
    }
}
