using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>Answers exactly the items that were asked for. Files are kept as they come; they belong to the answer once it is sent.</summary>
public sealed class CorrectCase(
    PageWriter pages, PageForms forms, OwnCase own, CaseCommands commands, CorrectionAnswers answers, CorrectionFiles files, FormFiles formFiles, EvidenceFolders folders, Rules rules, TimeProvider clock)
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
        var opened = await files.FindAsync(request, state, cancellationToken);
        if (!HttpMethods.IsPost(request.Method))
            return await ShowAsync(null, FieldErrors.None);

        var (form, problem) = await forms.ReadFilesAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (FormFiles.Any(form))
        {
            opened ??= await files.OpenAsync(request, state, cancellationToken);
            var refused = await formFiles.TakeAsync(opened.Value.Folder, form, CorrectionForm.Indicators(asked), cancellationToken);
            if (refused.Count > 0 || form.ContainsKey(FormFiles.Remove))
                return await ShowAsync(form, new(refused));
        }

        var set = rules.CriteriaOf(state);
        var content = await ContentAsync();
        var typed = asked.Items.Select((item, index) => CorrectionForm.Answer(item, CorrectionForm.Field(index), form, set, content)).ToList();
        if (typed.SelectMany(answer => answer.Errors).ToList() is { Count: > 0 } errors)
            return await ShowAsync(form, new(errors));
        var input = new CorrectionAnswersInput([.. typed.Select(answer => answer.Answer)], opened?.Ticket);
        return await commands.ExecuteAsync(state.Dossier, await answers.PrepareAsync(state, input, cancellationToken), own.ActorFor(request, state), orchestrations, cancellationToken) switch
        {
            CommandResult.Done => See.Other("/track/case"),
            CommandResult.Refused { Refusal.Code: RefusalCodes.InvalidInput } refused => await ShowAsync(form, PageErrors.Of(refused.Refusal, CorrectionForm.FieldOf)),
            // It was answered, withdrawn or has lapsed meanwhile: the case says so.
            CommandResult.Refused => See.Other("/track/case"),
            _ => Problems.From(Problems.Contended),
        };

        async Task<FolderContent> ContentAsync() => opened is var (_, folder) ? await folders.ContentAsync(folder, cancellationToken) : FolderContent.Empty;

        async Task<IResult> ShowAsync(IFormCollection? form, FieldErrors errors)
        {
            var content = await ContentAsync();
            return pages.Show<CorrectPage, CorrectModel>(
                request,
                new(state.Dossier.ToString(), CaseModels.Due(asked.AnswerBy, VietnamTime.DayOf(clock.GetUtcNow()), rules),
                    [.. asked.Items.Select((item, index) => CorrectionForm.Question(item, CorrectionForm.Field(index), state.Submission, rules.CriteriaOf(state), form, content))],
                    new("/track/ticket", opened?.Ticket, opened?.Folder.Id), errors),
                errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
    }
}
