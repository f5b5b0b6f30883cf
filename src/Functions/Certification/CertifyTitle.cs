using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// The process of one application, from receipt to certificate. It owns time and side effects; every decision is in the record, which it
/// reads again whenever it is woken or a deadline passes.
/// </summary>
public static class CertifyTitle
{
    // Ten tries over about three hours. After that the process ends Failed, visibly, and the sweep starts it anew.
    internal static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(30)));

    // A case is woken once a decision. One that is woken more often starts over with an empty history; the record carries everything.
    private const int LongestHistory = 100;

    [Function(nameof(CertifyTitle))]
    [Policy(Access.Internal)]
    public static async Task<ApplicationStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CaseReference @case)
    {
        var alarm = new Alarm(context);
        var situation = await context.CallActivityAsync<Situation>(nameof(ReceiveApplication), @case, Retried);
        while (situation.Stage is not null)
        {
            situation = await ReviewStage.RunAsync(context, alarm, @case, situation);
            if (alarm.Rings > LongestHistory && situation.Stage is not null)
            {
                context.ContinueAsNew(@case);
                return situation.Status;
            }
        }

        return situation.Status is ApplicationStatus.Approved
            ? await context.CallActivityAsync<ApplicationStatus>(nameof(IssueCertificate), new CaseAtVersion(@case.Dossier, situation.Version, situation.Told), Retried)
            : situation.Status;
    }
}

/// <summary>What an orchestration knows a case by.</summary>
public sealed record CaseReference(DossierNumber Dossier);

/// <param name="Version">The record is at least at this version.</param>
/// <param name="Told">How many of its notices have been taken over to be sent.</param>
public sealed record CaseAtVersion(DossierNumber Dossier, int Version, int Told = 0);
