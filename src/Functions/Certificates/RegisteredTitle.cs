using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// What the register says of a title, kept in the row of its number: whoever verifies a certificate asks storage once, and nothing of the case is opened for it.
/// These are the words of the day it was registered, as they stand on paper.
/// </summary>
/// <param name="Holder">As printed; null once the case was erased.</param>
/// <param name="Unit">Where the holder belongs: "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định".</param>
/// <param name="Grade">Null where the criteria set names none.</param>
public sealed record RegisteredTitle(
    string? Holder, string Unit, int Year, LocalText? Grade, string IssuingBody, string Decision, DateOnly DecidedOn, bool Sample)
{
    /// <exception cref="InvalidOperationException">The title has not been approved.</exception>
    public static RegisteredTitle Of(Application approved, Rules rules)
    {
        var decision = approved.Decision ?? throw new InvalidOperationException($"{approved.Dossier} has no decision.");
        var set = rules.CriteriaOf(approved);
        var verdict = Scoring.Judge(set, approved.Submission.Answers, approved.Submission.AssessedUnder(set));
        var issuer = rules.Units.Nearest(approved.Stages[^1].Rule.Unit, rules.MapDay(decision.DecidedOn))!;
        return new(
            approved.Submission.Holder.Name, rules.Units.On(rules.MapDay(approved.SubmittedAt)).PathName(approved.Submission.Unit), approved.Submission.Year, verdict.Grade?.Name,
            $"Ủy ban nhân dân {issuer.InSentence}", decision.Number, decision.DecidedOn, rules.IsSample || set.Sample);
    }
}
