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

    private readonly List<(long From, long To)> standstills = [];
    private readonly Thread thread;
    private volatile bool over;

    public MachineWatch()
    {
        thread = new(Watch) { IsBackground = true };
        if (OperatingSystem.IsLinux())
            thread.Start();
    }

    /// <param name="from">A timestamp of <see cref="Stopwatch"/>, as <paramref name="to"/>.</param>
    public bool StoodStill(long from, long to)
    {
        lock (standstills)
            return standstills.Exists(one => one.From < to && from < one.To);
    }

    /// <summary>How much of the time since <paramref name="from"/>, 0 to 1.</summary>
    public double Share(long from)
    {
        lock (standstills)
            return (double)standstills.Where(one => one.From >= from).Sum(one => one.To - one.From) / (Stopwatch.GetTimestamp() - from);
    }

    public void Dispose()
    {
        over = true;
        if (thread.IsAlive)
            thread.Join();
    }

    private void Watch()
    {
        var usual = long.MaxValue;
        var before = Stopwatch.GetTimestamp();
        while (!over)
        {
            Thread.Sleep(1);
            var began = ProcessorTime();
            Work();
            var took = ProcessorTime() - began;
            usual = Math.Min(usual, took);
            var now = Stopwatch.GetTimestamp();
            if (took > Slow * usual)
                lock (standstills)
                    standstills.Add((before, now));
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
