using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Asks the applicant to correct items; what goes out is shown before it does.</summary>
public sealed class AskCorrection(PageWriter pages, PageForms forms, ReviewedCase reviewed, CaseCommands commands, Rules rules, TimeProvider clock)
{
    private const string Prefix = "item-";

    [Function(nameof(AskCorrection))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/{dossier}/correct")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await reviewed.OpenToDecideAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        if (!HttpMethods.IsPost(request.Method))
            return Show(null, isCheck: false, FieldErrors.None);
        var (form, unread) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return unread!;
        if (form.Text("step") == "edit")
            return Show(form, isCheck: false, FieldErrors.None);

        var items = CaseItems.Of(state.Submission, rules.CriteriaOf(state)).Select(entry => new CorrectionItem(entry.Item, form.Text(Prefix + entry.Item))).Where(item => item.Reason.Length > 0).ToList();
        var input = new CorrectionRequestInput(DecisionForm.Stage(form), items, DecisionForm.Version(form));
        if (form.Text("step") != "send")
        {
            return Decide(state) is Outcome.Refused { Refusal: { Code: RefusalCodes.InvalidInput } refused }
                ? Show(form, isCheck: false, PageErrors.Of(refused, FieldOf))
                : Show(form, isCheck: true, FieldErrors.None);
        }

        var result = await commands.ExecuteAsync(state.Dossier, Decide, person, orchestrations, cancellationToken);
        return await reviewed.AnswerAsync(request, state, person, result, Notices.Asked, cancellationToken)
            ?? Show(form, isCheck: false, PageErrors.Of(((CommandResult.Refused)result).Refusal, FieldOf));

        Outcome Decide(Application current) => Reviewing.RequestCorrection(current, input, person, clock.GetUtcNow(), rules.HolidaysOf(current));

        // "/items/1/reason" is the second of those that were filled in; "/items" is all of them.
        string? FieldOf(string pointer) => pointer.Split('/') is [_, "items", var index, ..] && int.TryParse(index, out var number) && number < items.Count
            ? Prefix + items[number].Item : Prefix + CaseItems.Of(state.Submission, rules.CriteriaOf(state)).First().Item;

        IResult Show(IFormCollection? form, bool isCheck, FieldErrors errors)
        {
            var set = rules.CriteriaOf(state);
            var answerBy = WorkingDays.Add(VietnamTime.DayOf(clock.GetUtcNow()), state.Stage!.Rule.Correction.AnswerDays, rules.HolidaysOf(state));
            return pages.Show<AskPage, AskModel>(
                request,
                new(reviewed.Head(state), [.. CaseItems.Of(state.Submission, set).Select(entry => new AskRow(Prefix + entry.Item, CaseItems.Name(entry.Item, set), entry.Now, form?.Text(Prefix + entry.Item) ?? ""))],
                    DateWords.WithWeekday(answerBy), isCheck, errors),
                errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
    }
}
