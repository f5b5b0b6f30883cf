using TitleCertification.Functions.Titles;

namespace TitleCertification.Functions.Drafts;

/// <summary>A draft as callers see it (docs/api.md).</summary>
/// <param name="Code">Opens it again, together with the phone number; stored nowhere.</param>
/// <param name="Assisted">An officer makes it for somebody else.</param>
/// <param name="CriteriaSet">What it is judged by; null until title, level and year are known.</param>
/// <param name="Score">What the answers so far would be judged as.</param>
/// <param name="EvidenceTicket">Opens the folder with its files; null before the first.</param>
/// <param name="Complete">Every question is answered: it can be submitted.</param>
public sealed record DraftView(
    string Code, DateTimeOffset ExpiresAt, bool Assisted, DraftContent Content, string? CriteriaSet, VerdictView? Score, string? EvidenceTicket,
    IReadOnlyList<DraftQuestion> Questions, bool Complete)
{
    public static DraftView Of(DraftCode code, Draft draft, ApplyPath path)
    {
        var steps = path.Steps(draft);
        return new(
            code.Grouped, draft.Expires, draft.Officer is not null, DraftContent.Of(draft, path), path.SetOf(draft)?.Id, path.Judge(draft) is { } verdict ? VerdictView.Of(verdict) : null,
            draft.EvidenceTicket, [.. steps.Select(step => new DraftQuestion(step.Address, step.Name.Vi, step.Name.En, step.Done))], steps.All(step => step.Done));
    }
}

/// <summary>What is asked depends on what was answered.</summary>
/// <param name="Page">Where a person answers it.</param>
public sealed record DraftQuestion(string Page, string Vi, string En, bool Answered);
