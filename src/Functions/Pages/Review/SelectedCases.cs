using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The rows of a bulk approval, before and after.</summary>
public sealed class SelectedCases(ApplicationTable applications, Approvals approvals, ReadLog reads, Rules rules)
{
    private static readonly HashSet<string> Overtaken =
    [
        RefusalCodes.AlreadyDecided, RefusalCodes.Changed, RefusalCodes.WrongStage, RefusalCodes.NotInReview, RefusalCodes.AwaitingCorrection, RefusalCodes.Withdrawn, RefusalCodes.Lapsed,
        Problems.Contended.Code,
    ];

    /// <summary>Those that were shown, with the stage and version they had then: "H40.361-260302-0001 district 3".</summary>
    public static Dictionary<string, (string Stage, int Version)> Seen(IFormCollection form) => form["seen"].Select(text => text?.Split(' '))
        .Where(parts => parts is [var dossier, _, var version] && DossierNumber.TryParse(dossier, out _) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .DistinctBy(parts => parts![0]).Take(Approvals.Most).ToDictionary(parts => parts![0], parts => (parts![1], int.Parse(parts[2], CultureInfo.InvariantCulture)));

    public async Task<BulkModel> ToCheckAsync(IReadOnlyList<string> dossiers, IFormCollection form, DecisionInput? last, Actor person, FieldErrors errors, CancellationToken cancellationToken)
    {
        var (rows, excluded, needsDecision) = (new List<BulkRow>(), new List<BulkRow>(), false);
        var left = Seen(form).Count > 0 ? form["pick"].ToHashSet() : null;
        foreach (var state in await ReadAsync(dossiers, person, cancellationToken))
        {
            // Whoever may not decide it learns no more of it than the list says.
            var obstacle = state.Stage is not { } stage || !Rerouting.MayDecide(person, state) ? new("Hồ sơ không còn chờ bạn quyết định.", "It does not wait for you any more.")
                : approvals.Obstacle(state, stage.Rule.Code, person) is { } refusal ? ReviewedCase.ObstacleOf(refusal) : null;
            if (obstacle is not null)
            {
                excluded.Add(Row(state, obstacle, picked: false));
                continue;
            }

            needsDecision |= Approvals.NeedsDecision(state);
            rows.Add(Row(state, ResultOf(state), left?.Contains(state.Dossier.ToString()) ?? true));
        }

        return new(rows, excluded, needsDecision ? DecisionForm.Fields(form, last) : null, form.Text("note"), errors);
    }

    public async Task<BulkDoneModel> DoneAsync(IReadOnlyList<ApprovalResult> results, Actor person, CancellationToken cancellationToken)
    {
        var states = (await ReadAsync([.. results.Select(result => result.Dossier.ToString())], person, cancellationToken)).ToDictionary(state => state.Dossier);
        var rows = results.Where(result => states.ContainsKey(result.Dossier)).Select(result => (Result: result, Row: Row(states[result.Dossier], Told(result), picked: false))).ToList();
        return new(
            [.. rows.Where(row => row.Result.Problem is null).Select(row => row.Row)],
            [.. rows.Where(row => row.Result.Problem is { } problem && !Overtaken.Contains(problem.Code)).Select(row => row.Row)],
            [.. rows.Where(row => row.Result.Problem is { } problem && Overtaken.Contains(problem.Code)).Select(row => row.Row)]);
    }

    /// <summary>As they are now, without those that are not the person's to see; that he sees the others is recorded.</summary>
    private async Task<IReadOnlyList<Application>> ReadAsync(IReadOnlyList<string> dossiers, Actor person, CancellationToken cancellationToken)
    {
        var states = new Application?[dossiers.Count];
        await Parallel.ForAsync(0, dossiers.Count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (index, cancelled) =>
            states[index] = await applications.FindAsync(dossiers[index], cancelled, asStored: true));
        List<Application> shown = [.. states.OfType<Application>().Where(state => !Conflicts.Bar(person, state) && state.Stages.Any(stage => person.Has(stage.Rule.Role, stage.Rule.Unit)))];
        foreach (var (role, unit) in WaitingCases.Bodies(person))
            await reads.ListedAsync(person, role, unit, [.. shown.Where(state => state.Stages.Any(stage => stage.Rule.Role == role && stage.Rule.Unit == unit)).Select(state => state.Dossier.ToString())], cancellationToken);
        return shown;
    }

    private BulkRow Row(Application state, LocalText text, bool picked) => new(
        state.Dossier.ToString(), state.Submission.Holder.Name, QueueModels.Kind(state.Submission.Title, state.Submission.Level), rules.UnitOf(state).FullName, text, picked,
        $"{state.Dossier} {state.Stage?.Rule.Code} {state.Version.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>What the applicant has scored, and what the stages before have found.</summary>
    private LocalText ResultOf(Application state)
    {
        var results = ReviewModels.Results(state, rules.CriteriaOf(state));
        return results is [var only] ? only.Sentence : new(
            string.Join(' ', results.Select(result => $"{result.Name.Vi}: {result.Sentence.Vi}")), string.Join(' ', results.Select(result => $"{result.Name.En}: {result.Sentence.En}")));
    }

    private static LocalText Told(ApprovalResult result) => result.Problem is not { } problem ? new("đã đồng ý", "approved")
        : result.Faults.Count == 0 ? problem.Title
        : new(string.Join(' ', result.Faults.Select(fault => fault.Text.Vi)), string.Join(' ', result.Faults.Select(fault => fault.Text.En)));
}
