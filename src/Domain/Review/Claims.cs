namespace TitleCertification.Domain.Review;

/// <summary>"I am looking at this one": a mark for the others of the same queue. It ends by itself, and stands in no decision's way.</summary>
public sealed record CaseClaim(string Dossier, string Person, string Name, DateTimeOffset Until);

/// <summary>The claims of one queue.</summary>
public sealed record Claims(IReadOnlyList<CaseClaim> All)
{
    /// <summary>A working day: who takes twenty files in the morning still has them in the afternoon, and nobody holds one overnight.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(8);

    /// <summary>No queue has more at a time; whoever works claims what he can read in a day.</summary>
    public const int Most = 1_000;

    public static Claims None { get; } = new([]);

    public CaseClaim? On(string dossier, DateTimeOffset now) => All.FirstOrDefault(claim => claim.Dossier == dossier && claim.Until > now);

    /// <summary>Marks what nobody else has marked; his own marks begin anew. What has ended is forgotten.</summary>
    /// <returns>The claims as they are then, and those of others that stood in the way.</returns>
    public (Claims Claims, IReadOnlyList<CaseClaim> Others) Take(IReadOnlyCollection<string> dossiers, Actor actor, DateTimeOffset now)
    {
        var others = dossiers.Select(dossier => On(dossier, now)).OfType<CaseClaim>().Where(claim => claim.Person != actor.Id).ToList();
        var free = dossiers.Except(others.Select(claim => claim.Dossier)).ToHashSet();
        if (free.Count == 0)
            return (this, others);
        var kept = All.Where(claim => claim.Until > now && !free.Contains(claim.Dossier)).ToList();
        return (new([.. kept, .. free.Take(Math.Max(0, Most - kept.Count)).Select(dossier => new CaseClaim(dossier, actor.Id, actor.Name, now + Lasting))]), others);
    }

    /// <summary>Takes his own marks away; those of others stay.</summary>
    public Claims Release(IReadOnlyCollection<string> dossiers, Actor actor, DateTimeOffset now) =>
        new([.. All.Where(claim => claim.Until > now && !(claim.Person == actor.Id && dossiers.Contains(claim.Dossier)))]);
}
