using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>Answers exactly the items that were asked for.</summary>
public sealed class CorrectCase(PageWriter pages, PageForms forms, OwnCase own, CaseCommands commands, Rules rules, TimeProvider clock)
{
    [Function(nameof(CorrectCase))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "track/correct")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        if (state.Correction is not { } asked)
            return See.Other("/track/case");
        var set = rules.CriteriaOf(state);
        if (!HttpMethods.IsPost(request.Method))
            return Show(null, FieldErrors.None);

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var typed = asked.Items.Select((item, index) => CorrectionForm.Answer(item, CorrectionForm.Field(index), form, set)).ToList();
        if (typed.SelectMany(answer => answer.Errors).ToList() is { Count: > 0 } errors)
            return Show(form, new(errors));
        return await commands.ExecuteAsync(
            state.Dossier, current => Applying.AnswerCorrection(current, new([.. typed.Select(answer => answer.Answer)]), set, clock.GetUtcNow(), rules.HolidaysOf(state)),
            Actor.Applicant, orchestrations, cancellationToken) switch
        {
            CommandResult.Done => See.Other("/track/case"),
            CommandResult.Refused { Refusal.Code: RefusalCodes.InvalidInput } refused => Show(form, PageErrors.Of(refused.Refusal, CorrectionForm.FieldOf)),
            // It was answered, withdrawn or has lapsed meanwhile: the case says so.
            CommandResult.Refused => See.Other("/track/case"),
            _ => Problems.From(Problems.Contended),
        };

        IResult Show(IFormCollection? form, FieldErrors errors) => pages.Show<CorrectPage, CorrectModel>(
            request,
            new(state.Dossier.ToString(), CaseModels.Due(asked.AnswerBy, VietnamTime.DayOf(clock.GetUtcNow()), rules),
                [.. asked.Items.Select((item, index) => CorrectionForm.Question(item, CorrectionForm.Field(index), state.Submission, set, form))], errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
