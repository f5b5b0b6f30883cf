using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

public sealed class WithdrawCase(PageWriter pages, PageForms forms, OwnCase own, CaseCommands commands)
{
    [Function(nameof(WithdrawCase))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "track/withdraw")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        if (!Transitions.Allows(CommandKind.Withdraw, state.Status))
            return See.Other("/track/case");
        if (!HttpMethods.IsPost(request.Method))
            return Show("", FieldErrors.None);

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var reason = form.Text("reason");
        return await commands.ExecuteAsync(state.Dossier, current => Applying.Withdraw(current, new(reason)), own.ActorFor(request, state), orchestrations, cancellationToken) switch
        {
            CommandResult.Done => See.Other("/track/case"),
            CommandResult.Refused refused => Show(reason, PageErrors.Of(refused.Refusal, _ => "reason")),
            _ => Problems.From(Problems.Contended),
        };

        IResult Show(string reason, FieldErrors errors) => pages.Show<WithdrawPage, WithdrawModel>(
            request, new(state.Dossier.ToString(), reason, errors), errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
