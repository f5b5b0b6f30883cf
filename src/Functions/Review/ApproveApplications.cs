using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Review;

/// <summary>Approves up to a hundred cases, with an answer for each.</summary>
public sealed class ApproveApplications(Approvals approvals, WhoAsks whoAsks)
{
    [Function(nameof(ApproveApplications))]
    [Policy(Access.Staff, Role.CommuneOfficer, Role.DistrictReviewer, Role.ProvincialApprover)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/approvals")] HttpRequest request,
        [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        var (input, problem) = await request.ReadAsync<ApprovalsInput>(cancellationToken);
        if (input is null)
            return problem!;
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return Problems.From(new Refusal(RefusalCodes.InvalidInput, faults));
        var rows = input.Applications!.Select(item => new ApprovalRow(DossierNumber.Parse(item!.Dossier!, null), input.Stage!, item.Version)).ToList();
        var results = await approvals.RunAsync(rows, input.Note, input.Decision, person, orchestrations, cancellationToken);
        return Results.Json(new ApprovalsView(results.Count(result => result.Problem is null), [.. results.Select(ApprovalResultView.Of)]), Json.Options);
    }

    private static IEnumerable<Fault> Faults(ApprovalsInput input)
    {
        var given = input.Applications ?? [];
        if (string.IsNullOrWhiteSpace(input.Stage))
            yield return new("stage_missing", "/stage", new("Cần nêu bước đang quyết định.", "The stage that is decided is needed."));
        if (given.Count is 0 or > Approvals.Most)
            yield return new("applications_count", "/applications", new($"Cần từ 1 đến {Approvals.Most} hồ sơ.", $"1 to {Approvals.Most} applications are needed."));
        foreach (var (index, item) in given.Index())
            if (!DossierNumber.TryParse(item?.Dossier, out _))
                yield return new("not_a_dossier_number", $"/applications/{index}/dossier", new("Không phải số hồ sơ.", "Not a dossier number."));
        foreach (var twice in given.Index().GroupBy(entry => entry.Item?.Dossier?.Trim().ToUpperInvariant()).Where(same => same.Count() > 1))
            yield return new("dossier_twice", $"/applications/{twice.Last().Index}/dossier", new("Số hồ sơ này được nêu hai lần.", "This dossier number is named twice."));
    }
}

/// <param name="Decision">What the last stage carries; left out where it is not the last.</param>
public sealed record ApprovalsInput(string? Stage, IReadOnlyList<ApprovalItem?>? Applications, string? Note = null, DecisionInput? Decision = null);

public sealed record ApprovalItem(string? Dossier, int? Version = null);

public sealed record ApprovalsView(int Approved, IReadOnlyList<ApprovalResultView> Results);

/// <param name="Code">Of the problem, as in docs/errors.md; null where it is approved.</param>
public sealed record ApprovalResultView(string Dossier, bool Approved, string? Code, string? Vi, string? En, IReadOnlyList<ApprovalFaultView>? Errors)
{
    public static ApprovalResultView Of(ApprovalResult result) => new(
        result.Dossier.ToString(), result.Problem is null, result.Problem?.Code, result.Problem?.Title.Vi, result.Problem?.Title.En,
        result.Faults.Count == 0 ? null : [.. result.Faults.Select(fault => new ApprovalFaultView(fault.Code, fault.Text.Vi, fault.Text.En))]);
}

public sealed record ApprovalFaultView(string Code, string Vi, string En);
