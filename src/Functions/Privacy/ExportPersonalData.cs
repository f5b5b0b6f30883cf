using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Privacy;

/// <summary>Everything held on an applicant by reason of his case, as JSON: what he said, what became of it, what he consented to, and who has seen it.</summary>
public sealed class ExportPersonalData(CaseAccess access, ApplicationTable applications, ReadLogReader reads, TimeProvider clock)
{
    private const int Page = 500;

    [Function(nameof(ExportPersonalData))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy/export")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (input, problem) = await request.ReadAsync<TrackInput>(cancellationToken);
        if (input is null)
            return problem!;
        (var own, problem) = await access.OpenOwnAsync(request, input.PhoneDigits, input.Dossier, cancellationToken);
        if (own is null)
            return problem!;
        var data = new PersonalData(
            own.Dossier.ToString(), clock.GetUtcNow(), own.Submission, own.Status, own.Certificate?.Number.ToString(),
            await applications.ReadFactsAsync(own.Dossier, cancellationToken), Purpose.All, await ReadsAsync(own.Dossier, cancellationToken));
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{own.Dossier}.json\"";
        return Results.Json(data, Json.Options);
    }

    private async Task<IReadOnlyList<SeenBy>> ReadsAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        var (seen, next) = (new List<SeenBy>(), (string?)null);
        do
        {
            var page = await reads.OfCaseAsync(dossier, next, Page, cancellationToken);
            seen.AddRange(page.Reads.Select(read => new SeenBy(read.At, read.Person, read.What, read.Why)));
            next = page.Next;
        }
        while (next is not null);
        return seen;
    }
}

/// <param name="Submission">As corrected since.</param>
/// <param name="Facts">All that has happened, oldest first, with what was written by whom.</param>
/// <param name="Purposes">What the data are used for, with the legal basis and every version of the words.</param>
/// <param name="SeenBy">Who of the staff has opened the case, when and why. Whoever decided it stands among the facts.</param>
public sealed record PersonalData(
    string Dossier, DateTimeOffset ExportedAt, Submission Submission, ApplicationStatus Status, string? Certificate, IReadOnlyList<RecordedFact> Facts,
    IReadOnlyList<Purpose> Purposes, IReadOnlyList<SeenBy> SeenBy);

public sealed record SeenBy(DateTimeOffset At, string Person, string What, string Why);
