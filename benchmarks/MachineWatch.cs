using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TitleCertification.Bench;

/// <summary>
/// Whether the machine itself does what it is asked for: a virtual one is held back by its host now and then, without being told. A thread does the same small work again and again and looks
/// at the processor time it took, so that threads of this machine that go first do not count. Works on Linux; elsewhere nothing is seen.
/// </summary>
internal sealed class MachineWatch : IDisposable
{
    // In a standstill the same work takes ten times as long; a colder cache makes less than two of it.
    private const double Slow = 4;
    private const int ThreadProcessorTime = 3;

    private readonly List<(long From, long To, long Took)> works = [];
    private readonly Thread thread;
    private volatile bool over;

    public MachineWatch()
    {
        thread = new(Watch) { IsBackground = true };
        if (OperatingSystem.IsLinux())
            thread.Start();
    }

    /// <summary>When it was held back since <paramref name="from"/>, a timestamp of <see cref="Stopwatch"/>.</summary>
    public Standstills Since(long from)
    {
        List<(long From, long To, long Took)> since;
        lock (works)
            since = [.. works.Where(one => one.From >= from)];
        // Most of the time it is not.
        var usual = since.Count == 0 ? 0 : since.Select(one => one.Took).Order().ElementAt(since.Count / 2);
        return new([.. since.Where(one => one.Took > Slow * usual).Select(one => (one.From, one.To))], Stopwatch.GetTimestamp() - from);
    }

    public void Dispose()
    {
        over = true;
        if (thread.IsAlive)
            thread.Join();
    }

    private void Watch()
    {
        var before = Stopwatch.GetTimestamp();
        while (!over)
        {
            Thread.Sleep(1);
            var began = ProcessorTime();
            Work();
            var took = ProcessorTime() - began;
            var now = Stopwatch.GetTimestamp();
            lock (works)
                works.Add((before, now, took));
            before = now;
        }
    }

    private static void Work()
    {
        var x = 1UL;
        for (var i = 0; i < 40_000; i++)
            x = (x * 6364136223846793005UL) + 1442695040888963407UL;
        // Never so: the work is not to be left out.
        if (x == 0)
            Console.Error.WriteLine(x);
    }

    private static long ProcessorTime() => clock_gettime(ThreadProcessorTime, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds : 0;

    [DllImport("libc", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}

/// <param name="Times">Timestamps of <see cref="Stopwatch"/>.</param>
/// <param name="Over">Of how much time, in ticks of the same.</param>
internal sealed record Standstills(IReadOnlyList<(long From, long To)> Times, long Over)
{
    /// <summary>0 to 1.</summary>
    public double Share => (double)Times.Sum(one => one.To - one.From) / Over;

    public bool Touch(Request request) => Times.Any(one => one.From < request.Answered && request.Due < one.To);
}
