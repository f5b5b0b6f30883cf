using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Asks once more, and approves.</summary>
public sealed class ConfirmApproval(PageWriter pages, PageForms forms, ReviewedCase reviewed, CaseCommands commands, Approvals approvals, DecisionCookie last, Rules rules)
{
    [Function(nameof(ConfirmApproval))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/{dossier}/approve")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await reviewed.OpenToDecideAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        if (!HttpMethods.IsPost(request.Method))
            return Show(null, FieldErrors.None);
        var (form, unread) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return unread!;
        var input = new ApprovalInput(
            DecisionForm.Stage(form), form.Text("note"), Approvals.NeedsDecision(state) ? DecisionForm.Decision(form) : null, DecisionForm.Version(form));
        var result = await commands.ExecuteAsync(
            state.Dossier, current => approvals.Decide(current, input, person), person, orchestrations, cancellationToken);
        if (result is CommandResult.Done && input.Decision is { } signed)
            last.Write(request, person, signed);
        return await reviewed.AnswerAsync(request, state, person, result, Notices.Approved, cancellationToken)
            ?? Show(form, PageErrors.Of(((CommandResult.Refused)result).Refusal, DecisionForm.FieldOf));

        IResult Show(IFormCollection? form, FieldErrors errors) => pages.Show<ApprovePage, ApproveModel>(
            request,
            new(
                reviewed.Head(state), ReviewModels.Results(state, rules.CriteriaOf(state)), Approvals.NeedsDecision(state) ? DecisionForm.Fields(form, last.Read(request, person)) : null,
                form?.Text("note") ?? "", errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
