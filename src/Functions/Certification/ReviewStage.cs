using Microsoft.DurableTask;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// One stage, from the moment it is opened until somebody has decided or time has run out. Reminder, escalation, the pause while the
/// applicant corrects and the lapse are all the same to it: wait for the record to change or for the next deadline, then follow.
/// </summary>
internal static class ReviewStage
{
    public static async Task<Situation> RunAsync(TaskOrchestrationContext context, Alarm alarm, CaseReference @case, Situation situation)
    {
        var stage = situation.Stage;
        while (situation.Stage == stage)
        {
            // For the sweep: a record that is ahead of this number has not been seen.
            context.SetCustomStatus(situation.Version);
            var version = await alarm.RingsAsync(situation.NextDeadline) ?? situation.Version;
            situation = await context.CallActivityAsync<Situation>(
                nameof(FollowApplication), new FollowInput(@case.Dossier, Math.Max(version, situation.Version), situation.Queued, situation.Told), CertifyTitle.Retried);
        }

        return situation;
    }
}
