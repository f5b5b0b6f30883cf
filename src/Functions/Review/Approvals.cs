using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Review;

/// <summary>
/// Approves many cases, each by itself: every rule is asked for every case, and what stands in the way of one holds up no other. Sent again, it does nothing twice and answers the same.
/// </summary>
public sealed class Approvals(CaseCommands commands, ApplicationTable applications, Rules rules, TimeProvider clock)
{
    /// <summary>Cases in one request.</summary>
    public const int Most = 100;

    private const int AtOnce = 8;

    /// <returns>In the order of the rows.</returns>
    public async Task<IReadOnlyList<ApprovalResult>> RunAsync(
        IReadOnlyList<ApprovalRow> rows, string? note, DecisionInput? decision, Actor person, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var results = new ApprovalResult[rows.Count];
        await Parallel.ForAsync(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (index, cancelled) =>
            results[index] = await ApproveAsync(rows[index], note, decision, person, orchestrations, cancelled));
        return results;
    }

    /// <summary>One approval, whoever asks for it and how: under the rules that the case keeps.</summary>
    public Outcome Decide(Application state, ApprovalInput command, Actor person) =>
        Reviewing.Approve(state, command, rules.CriteriaOf(state), person, clock.GetUtcNow(), rules.HolidaysOf(state), CertificateText.Unprintable);

    /// <summary>What would come of it now: null where the case could be approved, given the number and day of a decision where one is needed.</summary>
    public Refusal? Obstacle(Application state, string stage, Actor person) => DecideOneOfMany(
        state, new(stage, Decision: new("0", Domain.Calendar.VietnamTime.DayOf(clock.GetUtcNow()))), person) is Outcome.Refused { Refusal: var refusal } ? refusal : null;

    /// <summary>Only the last stage carries a decision; for the others it is left out.</summary>
    public static bool NeedsDecision(Application state) => state.CurrentStage == state.Stages.Count - 1;

    private async Task<ApprovalResult> ApproveAsync(
        ApprovalRow row, string? note, DecisionInput? decision, Actor person, DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var command = new ApprovalInput(row.Stage, note, decision, row.Version);
        CommandResult result;
        try
        {
            result = await commands.ExecuteAsync(row.Dossier, state => DecideOneOfMany(state, command, person), person, orchestrations, cancellationToken);
        }
        catch (CaseErasedException)
        {
            // One that has been erased holds up no other; it looks like one that is not there.
            result = new CommandResult.Unknown();
        }

        return result switch
        {
            CommandResult.Done => new(row.Dossier, null, []),
            CommandResult.Refused { Refusal.Code: RefusalCodes.AlreadyDecided } when await HasApprovedAsync(row, person, cancellationToken) => new(row.Dossier, null, []),
            CommandResult.Refused refused => new(row.Dossier, Problems.Of(refused.Refusal), refused.Refusal.Faults),
            CommandResult.Unknown => new(row.Dossier, Problems.UnknownDossier, []),
            _ => new(row.Dossier, Problems.Contended, []),
        };
    }

    private Outcome DecideOneOfMany(Application state, ApprovalInput command, Actor person) =>
        Decide(state, NeedsDecision(state) ? command : command with { Decision = null }, person);

    /// <summary>Was it this very person who has approved the stage before?</summary>
    private async Task<bool> HasApprovedAsync(ApprovalRow row, Actor person, CancellationToken cancellationToken) =>
        await applications.ReadAsync(row.Dossier, cancellationToken) is { } state
        && state.Stages.Any(stage => stage.Rule.Code == row.Stage && stage.Outcome is StageOutcome.Approved && stage.DecidedBy == person.Id);
}

/// <param name="Version">Of the case as the reviewer has seen it; null: he does not ask.</param>
public sealed record ApprovalRow(DossierNumber Dossier, string Stage, int? Version);

/// <param name="Problem">Null: it is approved.</param>
public sealed record ApprovalResult(DossierNumber Dossier, Problems.Problem? Problem, IReadOnlyList<Fault> Faults);
