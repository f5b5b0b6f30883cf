using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Review;

/// <summary>What is due first in a queue, as it was read a moment ago.</summary>
/// <param name="rows">By due date, then dossier number.</param>
/// <param name="isCut">There are more. What is due later comes into sight as the earlier is decided.</param>
public sealed class FirstRows(IReadOnlyList<(DossierNumber Dossier, QueueItem Item)> rows, bool isCut)
{
    private Newer? newer;

    public IReadOnlyList<(DossierNumber Dossier, QueueItem Item)> Rows => rows;

    public bool IsCut => isCut;

    /// <summary>Of these rows, by dossier number, the states at hand that are newer. Looked for again only when states have come to hand since.</summary>
    public Dictionary<string, Application> Overtaken(ApplicationTable applications)
    {
        var timesKept = applications.TimesKept;
        if (Volatile.Read(ref newer) is { } found && found.TimesKept == timesKept)
            return found.States;
        var states = new Dictionary<string, Application>(StringComparer.Ordinal);
        foreach (var (dossier, item) in rows)
            if (item.Version is { } version && applications.AtHand(dossier) is { } state && state.Version > version)
                states.Add(item.Dossier, state);
        Volatile.Write(ref newer, new(timesKept, states));
        return states;
    }

    private sealed record Newer(long TimesKept, Dictionary<string, Application> States);
}
