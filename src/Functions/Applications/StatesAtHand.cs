using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// States of cases in memory, for ten minutes and in bounded number: those written last. Cases that are open and those that are closed have room of their own, as a case that is open is
/// decided next and one that is closed has seldom more to come.
/// </summary>
internal sealed class StatesAtHand<T>(int open, int closed, TimeProvider clock)
    where T : class
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);
    private readonly Recent<DossierNumber, Entry> ofOpen = new(open);
    private readonly Recent<DossierNumber, Entry> ofClosed = new(closed);
    private long times;

    /// <summary>How often something has been put in.</summary>
    public long Times => Interlocked.Read(ref times);

    public T? Get(DossierNumber dossier) =>
        (ofOpen.TryGet(dossier, out var entry) || ofClosed.TryGet(dossier, out entry)) && clock.GetElapsedTime(entry!.Since) < Held ? entry.State : null;

    public void Set(DossierNumber dossier, T state, bool isClosed)
    {
        (isClosed ? ofOpen : ofClosed).Remove(dossier);
        (isClosed ? ofClosed : ofOpen).Set(dossier, new(state, clock.GetTimestamp()));
        Interlocked.Increment(ref times);
    }

    public void Remove(DossierNumber dossier)
    {
        ofOpen.Remove(dossier);
        ofClosed.Remove(dossier);
    }

    private sealed record Entry(T State, long Since);
}
