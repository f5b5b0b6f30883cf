using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Pages.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Applications;

/// <summary>What has happened to a case: to staff with who did it and what they note among themselves, to the applicant what concerns him, the reasons of a refusal with it.</summary>
public sealed class GetHistory(CaseAccess access, ApplicationTable applications, StaffNames names, Rules rules)
{
    [Function(nameof(GetHistory))]
    [Policy(Access.ApplicantOrStaff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/history")] HttpRequest request, string dossier, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        var facts = await applications.ReadFactsAsync(state.Dossier, cancellationToken);
        return Results.Json(
            access.IsStaffOf(request, state) ? Whole(state, facts, await names.OfAsync(facts, cancellationToken)) : OfApplicant(state, facts), Json.Options);
    }

    private HistoryView Whole(Application state, IReadOnlyList<RecordedFact> facts, IReadOnlyDictionary<string, string> people) =>
        new([.. facts.Select(fact => Item(fact, state, people.GetValueOrDefault(fact.By), FactWords.Texts(fact.Fact, state, rules)))]);

    private HistoryView OfApplicant(Application state, IReadOnlyList<RecordedFact> facts) =>
        new([.. facts.Where(fact => FactWords.ConcernsApplicant(fact.Fact)).Select(fact => Item(fact, state, null, fact.Fact is Fact.StageApproved ? [] : FactWords.Texts(fact.Fact, state, rules)))]);

    private HistoryItem Item(RecordedFact fact, Application state, string? by, IEnumerable<string> texts)
    {
        var what = FactWords.What(fact.Fact, state, rules);
        return new(fact.At, what.Vi, what.En, by, [.. texts]);
    }
}

public sealed record HistoryView(IReadOnlyList<HistoryItem> Items);

/// <param name="By">Of the staff; null for the applicant, for the service, and for whoever is not told.</param>
/// <param name="Texts">What people wrote: notes, what is asked for, reasons.</param>
public sealed record HistoryItem(DateTimeOffset At, string Vi, string En, string? By, IReadOnlyList<string> Texts);
