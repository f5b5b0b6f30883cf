using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;

namespace TitleCertification.Functions.Drafts;

/// <summary>The answers of a draft as callers read and write them, one member a question. What is left out is not answered.</summary>
/// <param name="Unit">Code of the commune.</param>
/// <param name="Hamlet">Code of the hamlet in it, where the title is a hamlet's own; "" for one that is not in the list.</param>
/// <param name="FilesDone">Nothing more will be put into the folder; nobody has to bring any.</param>
/// <param name="ConsentedOn">The day of the consent on paper, where an officer files for others.</param>
public sealed record DraftContent(
    string? Title = null, string? Level = null, int? Year = null, string? Unit = null, string? Hamlet = null, string? LearningUnitKind = null, HolderInput? Holder = null,
    DraftRepresentative? Representative = null, IReadOnlyList<DraftAnswer?>? Answers = null, bool? FilesDone = null, IReadOnlyList<ConsentInput?>? Consents = null,
    DateOnly? ConsentedOn = null)
{
    /// <summary>Answers that were given for another title wait in the draft and are not shown.</summary>
    internal static DraftContent Of(Draft draft, ApplyPath path) => new(
        draft.Title?.ToString(), path.LevelOf(draft)?.ToString(), draft.Year, draft.Unit, draft.Hamlet, draft.LearningUnitKind,
        draft.HolderName is null && draft.HolderAddress is null ? null : new(draft.HolderName, draft.HolderAddress),
        draft.RepresentativeName is null && draft.RepresentativePosition is null && draft.Email is null && draft.Language is null
            ? null : new(draft.RepresentativeName, draft.RepresentativePosition, draft.Email, draft.Language),
        [.. path.AskedIndicators(draft).Select(indicator => draft.Answers.GetValueOrDefault(indicator.Code)).Where(answer => answer is not null)
            .Select(answer => new DraftAnswer(answer!.Indicator, answer.Points, answer.Met, answer.Percent, answer.Evidence))],
        draft.EvidenceSeen, draft.Consents is null ? null : Drafts.Consents.Answers(draft.Consents, path.Today), draft.PaperOn);
}

/// <param name="Email">"" for somebody who has none.</param>
/// <param name="Language">He is written to in it: "vi" or "en".</param>
public sealed record DraftRepresentative(string? Name, string? Position, string? Email, string? Language = null);

/// <summary>One answer, of the kind that its indicator asks for.</summary>
public sealed record DraftAnswer(string? Indicator, int? Points = null, bool? Met = null, decimal? Percent = null, string? Evidence = null);
