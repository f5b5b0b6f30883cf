using System.Diagnostics;
using System.Globalization;
using TitleCertification.Storage;

namespace TitleCertification.Testing.Storage;

/// <summary>One request, as the plan of faults sees it.</summary>
/// <param name="Ordinal">1 for the first request of this process, over tables and blobs together.</param>
/// <param name="Operation">read, range, commit, write-once, read-blob or delete-blob.</param>
/// <param name="Place">The table or container.</param>
/// <param name="Changes">What a commit would change; empty for others.</param>
public sealed record StorageRequest(int Ordinal, string Operation, string Place, string Partition, IReadOnlyList<RowChange> Changes)
{
    public bool IsWrite => Operation is "commit" or "write-once" or "delete-blob";
}

/// <summary>Decides what befalls each request; shared by <see cref="FaultyTables"/> and <see cref="FaultyBlobs"/> so that they are counted together. Safe for concurrent use when its delegates are.</summary>
public sealed class Faults
{
    /// <summary>
    /// A number: the process kills itself before its n-th storage request since the start, or, with a "+" behind it, once that request has been applied.
    /// </summary>
    public const string KillAtVariable = "FAULT_KILL_AT";

    private int _requests;

    /// <summary>What befalls a request; nothing unless set.</summary>
    public Func<StorageRequest, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>What the other writer does before a request that is to lose the race; it works on the storage below the faults.</summary>
    public Func<StorageRequest, ITables, Task> Rival { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How long a request takes on its way; none unless set.</summary>
    public Func<StorageRequest, Task> Latency { get; set; } = _ => Task.CompletedTask;

    /// <summary>Requests so far, failed ones included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>No faults, or the killing that <see cref="KillAtVariable"/> asks for.</summary>
    /// <exception cref="FormatException">The variable is not a number from 1 up.</exception>
    public static Faults FromEnvironment()
    {
        var faults = new Faults();
        if (Environment.GetEnvironmentVariable(KillAtVariable) is not { Length: > 0 } text)
            return faults;
        var after = text.EndsWith('+');
        if (!int.TryParse(text.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at < 1)
            throw new FormatException($"{KillAtVariable} is '{text}'; it must be a number from 1 up, with or without a + behind it.");
        faults.Plan = request => request.Ordinal != at ? Fault.None : after ? Fault.KillAfter : Fault.KillBefore;
        return faults;
    }

    internal async Task<T> PassAsync<T>(string operation, string place, string partition, IReadOnlyList<RowChange> changes, ITables? below, Func<Task<T>> send)
    {
        var request = new StorageRequest(Interlocked.Increment(ref _requests), operation, place, partition, changes);
        await Latency(request);
        var fault = Plan(request);
        if (fault == Fault.Before)
            throw new StorageUnavailableException("A fault before the request.");
        if (fault == Fault.KillBefore)
            Kill();
        if (fault == Fault.LostRace && below is not null)
            await Rival(request, below);

        var answer = await send();
        if (fault == Fault.After)
            throw new StorageUnavailableException("A fault after the request.");
        if (fault == Fault.KillAfter)
            Kill();
        return answer;
    }

    // Not Environment.Exit: no finally block, no flush, no handler may run.
    private static void Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
