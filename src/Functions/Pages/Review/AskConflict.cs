using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>
/// Takes a declaration of interest, before the case is opened or after: the page shows no more of it than the list does.
/// </summary>
public sealed class AskConflict(PageWriter pages, PageForms forms, ReviewedCase reviewed, PickedCookie picked, ApplicationTable applications, CaseCommands commands, CaseAccess access, ReadLog reads, WhoAsks whoAsks)
{
    [Function(nameof(AskConflict))]
    [Policy(Access.Staff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/{dossier}/conflict")] HttpRequest request,
        string dossier, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var person = whoAsks.Staff(request)!;
        if (!DossierNumber.TryParse(dossier, out var number) || await applications.FindAsync(dossier, cancellationToken, asStored: true) is not { } state || Conflicts.Bar(person, state))
            return Problems.From(Problems.UnknownDossier);
        if (!access.IsInArea(person, state))
            return Problems.From(Problems.OutsideArea);
        // Little as it is, it names the holder.
        await reads.OpenedAsync(person, state, request.Path, cancellationToken);
        if (!HttpMethods.IsPost(request.Method))
            return Show(null, FieldErrors.None);
        var (form, unread) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return unread!;
        var input = new ConflictInput(Enum.TryParse<ConflictKind>(form.Text("kind"), out var kind) ? kind : null, form.Text("reason"));
        var result = await commands.ExecuteAsync(
            number, current => Conflicts.Declare(current, input, person, access.IsInArea(person, current)), person, orchestrations, cancellationToken);
        if (result is CommandResult.Done)
            picked.Drop(request, person, number.ToString());
        return result switch
        {
            CommandResult.Done => See.Other(StaffAreas.Of(person).Reviews ? QueueAddress.Of(state, Notices.Conflict) : "/"),
            CommandResult.Refused { Refusal.Code: RefusalCodes.InvalidInput } refused => Show(form, PageErrors.Of(refused.Refusal, pointer => pointer.TrimStart('/'))),
            CommandResult.Refused refused => Problems.From(refused.Refusal),
            CommandResult.Unknown => Problems.From(Problems.UnknownDossier),
            _ => Problems.From(Problems.Contended),
        };

        IResult Show(IFormCollection? form, FieldErrors errors) => pages.Show<ConflictPage, ConflictModel>(
            request, new(reviewed.Head(state), form?.Text("kind") ?? "", form?.Text("reason") ?? "", errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
