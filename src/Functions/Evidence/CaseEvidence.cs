using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Evidence;

/// <summary>The files of a case: those its answers name now, and those they named before a correction, which the record still speaks of.</summary>
public sealed class CaseEvidence(ApplicationTable applications)
{
    /// <returns>Null when the case has no such file.</returns>
    public async Task<EvidenceFile?> FindAsync(Application state, string sha256, CancellationToken cancellationToken) =>
        Of(state.Submission.Answers).FirstOrDefault(file => file.Sha256 == sha256)
        ?? (await AllAsync(state.Dossier, cancellationToken)).FirstOrDefault(file => file.Sha256 == sha256);

    /// <summary>Every file that any fact of the case names; none for a case that is not there or has been erased.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> AllAsync(DossierNumber dossier, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await applications.ReadFactsAsync(dossier, cancellationToken);
            return [.. facts.SelectMany(recorded => Of(recorded.Fact)).DistinctBy(file => (file.Folder, file.Sha256))];
        }
        catch (CaseErasedException)
        {
            return [];
        }
    }

    private static IEnumerable<EvidenceFile> Of(Fact fact) => fact switch
    {
        Fact.ApplicationSubmitted submitted => Of(submitted.Submission.Answers),
        Fact.CorrectionAnswered answered => answered.Answers.SelectMany(answer => answer.Files ?? []),
        _ => [],
    };

    private static IEnumerable<EvidenceFile> Of(SelfAssessment answers) => answers.Answers.SelectMany(answer => answer.Files ?? []);
}
