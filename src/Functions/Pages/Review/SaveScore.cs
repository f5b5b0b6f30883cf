using System.Globalization;
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

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Records the reviewer's own scores, all of them at once.</summary>
public sealed class SaveScore(PageForms forms, ReviewedCase reviewed, CaseCommands commands, Rules rules)
{
    [Function(nameof(SaveScore))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/{dossier}/score")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, person, problem) = await reviewed.OpenToDecideAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        var (form, unread) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return unread!;
        // What has been typed stays; the rest is filled in, and nothing is recorded yet.
        if (form.Text("step") == "fill")
            return await reviewed.ShowAsync(request, state, person, null, StatusCodes.Status200OK, cancellationToken, form);
        var (answers, errors) = Read(state, form);
        if (errors.Any)
            return await reviewed.ShowAsync(request, state, person, null, StatusCodes.Status422UnprocessableEntity, cancellationToken, form, errors);
        var input = new ScoringInput(state.Stage!.Rule.Code, answers);
        var result = await commands.ExecuteAsync(state.Dossier, current => Reviewing.Score(current, input, rules.CriteriaOf(current), person), person, orchestrations, cancellationToken);
        if (result is CommandResult.Done)
            return See.Other($"/review/{state.Dossier}?done={Notices.Scored}#scores");
        return await reviewed.AnswerAsync(request, state, person, result, "", cancellationToken)
            ?? await reviewed.ShowAsync(
                request, state, person, null, StatusCodes.Status422UnprocessableEntity, cancellationToken, form, PageErrors.Of(((CommandResult.Refused)result).Refusal, FieldOf));

        // "/answers/1/evidence" is the remark on the second indicator.
        string? FieldOf(string pointer) => pointer.Split('/') is [_, "answers", var index, "evidence"] ? CaseScores.Remark(answers[int.Parse(index, CultureInfo.InvariantCulture)]!.Indicator!) : null;
    }

    private (IReadOnlyList<AnswerInput?> Answers, FieldErrors Errors) Read(Application state, IFormCollection form)
    {
        var set = rules.CriteriaOf(state);
        var holder = state.Submission.AssessedUnder(set);
        var (answers, errors) = (new List<AnswerInput?>(), new List<FieldError>());
        foreach (var indicator in set.Indicators.Where(indicator => indicator.Applies(holder)))
        {
            var field = CaseScores.Field(indicator.Code);
            var (answer, error) = IndicatorForm.Read(field, indicator, form);
            if (error is not null)
                errors.Add(new(field, error));
            else if (!IndicatorForm.IsAnswered(answer))
                errors.Add(new(field, new($"Chỉ số {indicator.Code} chưa được chấm.", $"Indicator {indicator.Code} is not scored.")));
            answers.Add(new(indicator.Code, answer.Points, answer.Evidence, answer.Met, answer.Percent));
        }

        return (answers, new(errors));
    }
}
