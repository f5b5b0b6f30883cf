using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Drafts;

/// <summary>Puts other answers in place of those that stand in a draft: all of them, what is left out is not answered any more.</summary>
public sealed class ChangeDraft(DraftTable drafts, DraftAccess access, DraftReader reader, ApplyPath path)
{
    [Function(nameof(ChangeDraft))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (content, notRead) = await request.ReadAsync<DraftContent>(cancellationToken);
        if (content is null)
            return notRead!;
        var (stored, problem) = await access.OpenUnfiledAsync(request, cancellationToken);
        if (stored is null)
            return problem!;
        if (reader.Read(stored.Draft, content).Faults is { Count: > 0 } faults)
            return Problems.From(new Refusal(RefusalCodes.InvalidInput, faults));
        return await drafts.ChangeAsync(stored, draft => reader.Read(draft, content).Draft, cancellationToken) is { } changed
            ? Results.Json(DraftView.Of(stored.Code, changed, path), Json.Options)
            : Problems.From(Problems.Contended);
    }
}
