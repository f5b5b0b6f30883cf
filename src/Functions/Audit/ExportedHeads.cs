using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Audit;

/// <summary>All heads that were ever exported, to hold the chains of today against.</summary>
public sealed class ExportedHeads
{
    private readonly Dictionary<DossierNumber, List<(CaseHead Head, DateOnly Day)>> byCase = [];

    public IReadOnlyCollection<DossierNumber> Cases => byCase.Keys;

    public void Add(HeadsFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var head in file.Heads)
        {
            if (!byCase.TryGetValue(head.Dossier, out var heads))
                byCase.Add(head.Dossier, heads = []);
            heads.Add((head, file.Header.Day));
        }
    }

    /// <summary>The first place where a chain is not what it was: cut short, or another from some fact on.</summary>
    /// <returns>Null when every head that was exported occurs in it.</returns>
    public BrokenLink? Compare(DossierNumber dossier, IReadOnlyList<AuditedFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        foreach (var (head, day) in byCase.GetValueOrDefault(dossier, []).OrderBy(exported => exported.Head.Version))
        {
            if (facts.Count == 0)
                return new(dossier, 0, LinkFault.CaseGone, day);
            if (head.Version > facts.Count)
                return new(dossier, facts.Count + 1, LinkFault.CutSinceExport, day);
            if (head.Version < 1 || facts[head.Version - 1].Hash != head.Head)
                return new(dossier, head.Version, LinkFault.RewrittenSinceExport, day);
        }

        return null;
    }
}
