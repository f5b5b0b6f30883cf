using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>Files an application, for the API and for the portal alike. The same key always leads to the same dossier, whatever breaks in between.</summary>
public sealed class Filing(Rules rules, DossierTable dossiers, ApplicationTable applications, CaseAccess access, OwnTable own, EvidenceFolders evidence, CaseProcess process, TimeProvider clock)
{
    /// <param name="key">As <see cref="IdempotencyKey.Of"/> gives it.</param>
    public async Task<FilingResult> FileAsync(
        SubmissionInput input, string key, Actor actor, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (folder, brought) = HasFiles(input) ? await evidence.BringAsync(input.EvidenceTicket, null, cancellationToken) : default;
        var (submission, refusal) = Submitting.Check(input, rules.CriteriaSets, rules.Units, rules.MapDay(now), CertificateText.Unprintable, now, brought);
        var isOfficer = input.Unit is { } unit && access.IsInArea(actor, unit, now, Role.CommuneOfficer);
        var (assistance, notAssisted) = Assisting.Check(input.Assisted, actor, isOfficer, VietnamTime.DayOf(now));
        if (submission is null || notAssisted.Count > 0)
            return new FilingResult.Refused(notAssisted.Count == 0 ? refusal! : new(RefusalCodes.InvalidInput, [.. refusal?.Faults ?? [], .. notAssisted]));
        submission = submission with { Assistance = assistance };
        if (folder?.Row.Key is { } other && other != key)
            return new FilingResult.Refused(TicketUsed);

        (var route, refusal) = Routing.Of(
            rules.Current, submission.Title, submission.AssessedUnder(rules.CriteriaSets[submission.CriteriaSet]).Level, submission.Unit, rules.MapDay(now));
        if (route is null)
            return new FilingResult.Refused(refusal!);

        // First the rules that the case will keep, then the case.
        await rules.KeepAsync(cancellationToken);
        var allotment = await dossiers.AllotAsync(rules.AgencyOf(route, now), key, now, cancellationToken);
        var stored = allotment.Repeated ? await applications.ReadAsync(allotment.Dossier, cancellationToken) : null;
        if (stored is not null && !await IsOfAsync(stored, submission, cancellationToken))
            return new FilingResult.KeyReused(allotment.Dossier);

        // Before the record names the files they are the dossier's: nobody takes them out any more, and they do not expire.
        if (folder is not null && !await evidence.SubmitAsync(folder, allotment.Dossier.ToString(), key, cancellationToken))
            return new FilingResult.Refused(TicketUsed);

        if (actor.Id != Actor.Applicant.Id)
            await own.AddAsync(actor.Id, allotment.Dossier, cancellationToken);
        var facts = ((Outcome.Accepted)Submitting.Submit(submission, route, rules.Current.Version)).Facts;
        var (state, isNew) = stored is null ? await applications.SubmitAsync(allotment.Dossier, facts, actor, cancellationToken) : (stored, false);
        // The same key at the same moment, and another was first.
        if (stored is null && !isNew && !await IsOfAsync(state, submission, cancellationToken))
            return new FilingResult.KeyReused(allotment.Dossier);
        await process.StartAsync(orchestrations, state, cancellationToken);
        return new FilingResult.Filed(state, Repeated: stored is not null);
    }

    /// <summary>Held against the record itself: nothing of a submission is kept beside its case that would outlive its erasure (docs/adr/0147).</summary>
    private async Task<bool> IsOfAsync(Application stored, Submission submission, CancellationToken cancellationToken) =>
        (await applications.ReadFactsAsync(stored.Dossier, cancellationToken))[0].Fact is Fact.ApplicationSubmitted first && IdempotencyKey.AreSame(first.Submission, submission);

    private static Refusal TicketUsed => new(RefusalCodes.InvalidInput, [new("evidence_ticket_used", "/evidenceTicket",
        new("Các tệp của vé này thuộc hồ sơ khác.", "The files of this ticket belong to another application."))]);

    private static bool HasFiles(SubmissionInput input) => input.Answers?.Any(answer => answer?.Files is { Count: > 0 }) == true;
}

/// <summary>What became of a submission.</summary>
public abstract record FilingResult
{
    private FilingResult() { }

    /// <param name="Repeated">It had been filed before.</param>
    public sealed record Filed(Application State, bool Repeated) : FilingResult;

    public sealed record Refused(Refusal Refusal) : FilingResult;

    /// <summary>The key belongs to another submission, which got this number.</summary>
    public sealed record KeyReused(DossierNumber Dossier) : FilingResult;
}
