using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Privacy;

/// <summary>Everything held on an applicant by reason of his case: what he said, what became of it, what he consented to, and who has seen it.</summary>
public sealed class PersonalDataExport(ApplicationTable applications, ReadLogReader reads, StaffNames names, TimeProvider clock)
{
    private const int Page = 500;

    /// <summary>As a file that the browser saves. Whose the case is has been found out before.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, Application own, CancellationToken cancellationToken)
    {
        var facts = await applications.ReadFactsAsync(own.Dossier, cancellationToken);
        var seen = await ReadsAsync(own.Dossier, cancellationToken);
        var staff = await names.OfAsync([.. facts.Select(fact => fact.By), .. seen.Select(read => read.Person)], cancellationToken);
        var data = new PersonalData(
            own.Dossier.ToString(), clock.GetUtcNow(), Shown(own.Submission), own.Status, own.Certificate?.Number.ToString(),
            [.. facts.Select(recorded => recorded with { By = Named(recorded.By), Fact = Shown(recorded.Fact) })], Purpose.All, [.. seen.Select(read => read with { Person = Named(read.Person) })]);
        var headers = request.HttpContext.Response.Headers;
        headers.ContentDisposition = $"attachment; filename=\"{own.Dossier}.json\"";
        headers.CacheControl = "private, no-store";
        return Results.Json(data, Json.Options);

        // An id tells the applicant nothing, and may be a number of the officer's own.
        string Named(string id) => staff.GetValueOrDefault(id, id);
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

    // Where files lie and what opens them is nothing that is held on a person; what a reviewer has said of himself is held on the reviewer.
    private static Fact Shown(Fact fact) => fact switch
    {
        Fact.ApplicationSubmitted submitted => submitted with { Submission = Shown(submitted.Submission) },
        Fact.CorrectionAnswered answered => answered with { Answers = [.. answered.Answers.Select(answer => answer with { Files = answer.Files is { } files ? [.. files.Select(file => file.Shown())] : null })] },
        Fact.ConflictDeclared declared => declared with { Reason = "" },
        _ => fact,
    };

    private static Submission Shown(Submission submission) => submission with
    {
        Assistance = submission.Assistance is { } assistance ? assistance with { Officer = assistance.Name } : null,
        Answers = submission.Answers with { Answers = [.. submission.Answers.Answers.Select(ApplicationView.Shown)] },
    };
}

/// <param name="Submission">As corrected since.</param>
/// <param name="Facts">All that has happened, oldest first, with what was written by whom.</param>
/// <param name="Purposes">What the data are used for, with the legal basis and every version of the words.</param>
/// <param name="SeenBy">Who of the staff has opened the case, when and why. Whoever decided it stands among the facts.</param>
public sealed record PersonalData(
    string Dossier, DateTimeOffset ExportedAt, Submission Submission, ApplicationStatus Status, string? Certificate, IReadOnlyList<RecordedFact> Facts,
    IReadOnlyList<Purpose> Purposes, IReadOnlyList<SeenBy> SeenBy);

public sealed record SeenBy(DateTimeOffset At, string Person, string What, string Why);
