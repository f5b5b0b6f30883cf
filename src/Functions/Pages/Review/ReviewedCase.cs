using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>What the pages about one case share: opening it, showing it whole, and what is said when a decision could not be taken.</summary>
public sealed class ReviewedCase(
    PageWriter pages, CaseAccess access, CaseClaims claims, PickedCookie picked, Approvals approvals, ApplicationTable applications, StaffNames staff, WhoAsks whoAsks, Rules rules, TimeProvider clock)
{
    public async Task<(Application? State, Actor Person, IResult? Problem)> OpenAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        // One of the staff whose own application it is reads it as an applicant does, and not with what reviewers note among themselves.
        if (state is not null && !access.IsStaffOf(request, state))
            (state, problem) = (null, Problems.From(Problems.UnknownDossier));
        return (state, whoAsks.Staff(request)!, problem);
    }

    /// <summary>The same for a decision: whoever may not take it is shown the case, and why.</summary>
    public async Task<(Application? State, Actor Person, IResult? Problem)> OpenToDecideAsync(HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await OpenAsync(request, dossier, cancellationToken);
        if (state is null || Rerouting.MayDecide(person, state))
            return (state, person, problem);
        return (null, person, await ShowAsync(request, state, person, new(NotHis(state), Warns: true), StatusCodes.Status409Conflict, cancellationToken));
    }

    /// <param name="form">What was typed beside the indicators and is not recorded.</param>
    public async Task<IResult> ShowAsync(
        HttpRequest request, Application state, Actor person, QueueNotice? notice, int status, CancellationToken cancellationToken, IFormCollection? form = null, FieldErrors? errors = null)
    {
        var (facts, claim) = (applications.ReadFactsAsync(state.Dossier, cancellationToken), claims.OnAsync(state, cancellationToken));
        var names = await staff.OfAsync(await facts, cancellationToken);
        var (mayDecide, today) = (Rerouting.MayDecide(person, state), VietnamTime.DayOf(clock.GetUtcNow()));
        var obstacle = mayDecide && approvals.Obstacle(state, state.Stage!.Rule.Code, person) is { } refusal ? ObstacleOf(refusal) : null;
        return pages.Show<ReviewPage, ReviewModel>(
            request,
            ReviewModels.Of(state, await facts, names, mayDecide, obstacle, await claim, person, notice, request.Query["fill"] == "1" || form?.Text("step") == "fill", form, errors ?? FieldErrors.None, rules, today) with
            {
                Keys = KeysCookie.AreOn(request),
            },
            status);
    }

    /// <summary>After a command: on to the queue, or the case as it is now with the reason; null where the fields of the form are at fault.</summary>
    /// <param name="before">As it was when the command came.</param>
    public async Task<IResult?> AnswerAsync(
        HttpRequest request, Application before, Actor person, CommandResult result, string done, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case CommandResult.Done:
                picked.Drop(request, person, before.Dossier.ToString());
                return See.Other(QueueAddress.Of(before, done));
            case CommandResult.Refused { Refusal.Code: RefusalCodes.InvalidInput }:
                return null;
            case CommandResult.Unknown or CommandResult.Refused { Refusal.Code: RefusalCodes.ConflictOfInterest }:
                return Problems.From(Problems.UnknownDossier);
        }

        var problem = result is CommandResult.Refused refused ? Problems.Of(refused.Refusal) : Problems.Contended;
        var state = await applications.FindAsync(before.Dossier.ToString(), cancellationToken, asStored: true);
        return state is null
            ? Problems.From(Problems.UnknownDossier)
            : await ShowAsync(request, state, person, new(problem.Title, Warns: true), problem.Status, cancellationToken);
    }

    public CaseHead Head(Application state) => ReviewModels.Head(state, rules);

    /// <summary>Grounds of the scoring say more than the code of the refusal; so they are said.</summary>
    internal static LocalText ObstacleOf(Refusal refusal) => refusal.Faults.Count == 0
        ? Problems.TitleOf(refusal)
        : new(string.Join(' ', refusal.Faults.Select(fault => fault.Text.Vi)), string.Join(' ', refusal.Faults.Select(fault => fault.Text.En)));

    private static LocalText NotHis(Application state) => state.Status is ApplicationStatus.InReview
        ? new("Bước hiện nay không do bạn quyết định: có thể đồng nghiệp vừa quyết định trước bạn.", "The present stage is not yours to decide: a colleague may have been first.")
        : new("Hồ sơ không còn chờ quyết định.", "The application does not wait for a decision any more.");
}
