using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Refuses with reasons; what the applicant will read is shown before it is recorded.</summary>
public sealed class ConfirmRefusal(PageWriter pages, PageForms forms, ReviewedCase reviewed, CaseCommands commands, Rules rules)
{
    [Function(nameof(ConfirmRefusal))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/{dossier}/refuse")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await reviewed.OpenToDecideAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        if (!HttpMethods.IsPost(request.Method))
            return Show(null, null, FieldErrors.None);
        var (form, unread) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return unread!;
        if (form.Text("step") == "edit")
            return Show(form, null, FieldErrors.None);

        if (RefusalForm.Unchosen(form) is { Any: true } unchosen)
            return Show(form, null, unchosen);

        var grounds = RefusalForm.Grounds(form);
        var input = new RefusalInput(DecisionForm.Stage(form), [], grounds, DecisionForm.Version(form));
        if (form.Text("step") != "send")
        {
            return Reviewing.Refuse(state, input, person) switch
            {
                Outcome.Refused { Refusal: { Code: RefusalCodes.InvalidInput } refused } => Show(form, null, PageErrors.Of(refused, FieldOf)),
                Outcome.Accepted { Facts: [Fact.ApplicationRefused fact] } => Show(form, fact.Reasons, FieldErrors.None),
                // Somebody was first: sending it says so.
                _ => Show(form, [], FieldErrors.None),
            };
        }

        var result = await commands.ExecuteAsync(state.Dossier, current => Reviewing.Refuse(current, input, person), person, orchestrations, cancellationToken);
        return await reviewed.AnswerAsync(request, state, person, result, Notices.Refused, cancellationToken)
            ?? Show(form, null, PageErrors.Of(((CommandResult.Refused)result).Refusal, FieldOf));

        string? FieldOf(string pointer) => RefusalForm.FieldOf(pointer, grounds);

        IResult Show(IFormCollection? form, IReadOnlyList<string>? sentences, FieldErrors errors) => pages.Show<RefusePage, RefuseModel>(
            request, new(reviewed.Head(state), RefusalForm.Rows(form), RefusalForm.Indicators(state, rules.CriteriaOf(state)), sentences, errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
