using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Review;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Shows exactly which cases would be approved, lets each be left out, approves the others and says of each what became of it.</summary>
public sealed class ApproveSelected(PageWriter pages, PageForms forms, SelectedCases selected, PickedCookie kept, DecisionCookie last, Approvals approvals, WhoAsks whoAsks)
{
    [Function(nameof(ApproveSelected))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "review/bulk")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (person, sends) = (whoAsks.Staff(request)!, form.Text("step") == "send");
        var picked = Picked.Of(form, sends ? [] : kept.Read(request, person));
        if (!sends)
            kept.Write(request, person, picked.Dossiers);
        var seen = SelectedCases.Seen(form);
        if (sends && picked.Problem is Notices.NothingPicked && seen.Count > 0)
            return await AgainAsync(FieldErrors.Of("pick", Notices.Of(Notices.NothingPicked, null)!.Text));
        if (picked.Problem is { } notice)
            return See.Other($"/review?done={notice}");
        if (!sends)
            return Show(await selected.ToCheckAsync(picked.Dossiers, form, last.Read(request, person), person, FieldErrors.None, cancellationToken));

        var rows = picked.Dossiers.Where(seen.ContainsKey).Select(dossier => new ApprovalRow(DossierNumber.Parse(dossier, null), seen[dossier].Stage, seen[dossier].Version)).ToList();
        var decision = DecisionForm.Decision(form);
        var results = await approvals.RunAsync(rows, form.Text("note"), decision, person, orchestrations, cancellationToken);
        // A field that all of them share and that is not right: nothing was approved, and it is asked for again.
        if (results.Count > 0 && results.All(result => result.Problem?.Code == RefusalCodes.InvalidInput))
            return await AgainAsync(PageErrors.Of(new(RefusalCodes.InvalidInput, results[0].Faults), DecisionForm.FieldOf));

        kept.Write(request, person, []);
        if (decision.Number is { Length: > 0 } && results.Any(result => result.Problem is null))
            last.Write(request, person, decision);
        return pages.Show<BulkDonePage, BulkDoneModel>(request, await selected.DoneAsync(results, person, cancellationToken));

        async Task<IResult> AgainAsync(FieldErrors errors) => Show(await selected.ToCheckAsync([.. seen.Keys], form, null, person, errors, cancellationToken));

        IResult Show(BulkModel model) =>
            pages.Show<BulkPage, BulkModel>(request, model, model.Errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
