namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// The timers of all instances, in memory; what they stand on is the history. One timer of the clock is set for the next of them.
/// </summary>
internal sealed class DurableTimers(TimeProvider clock, Action<string, long, int> fire) : IDisposable
{
    /// <summary>The task number under which a delayed start waits.</summary>
    public const int DelayedStart = -1;
    // Clocks take no wait beyond some 49 days, and a day's waking costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(long At, long Seq, int Task), string> _due = [];
    private readonly Dictionary<(long Seq, int Task), long> _times = [];
    private ITimer? _timer;
    private long _setFor = long.MaxValue;

    public void Add(string id, long seq, int task, long at)
    {
        lock (_gate)
        {
            if (_times.TryAdd((seq, task), at))
                _due.Add((at, seq, task), id);
            if (at < _setFor)
                Set();
        }
    }

    public void Remove(long seq, int task)
    {
        lock (_gate)
            if (_times.Remove((seq, task), out var at))
                _due.Remove((at, seq, task));
    }

    public void Start()
    {
        lock (_gate)
        {
            _timer ??= clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Set();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Tick()
    {
        List<((long At, long Seq, int Task) Key, string Id)> fired = [];
        lock (_gate)
        {
            if (_timer is null)
                return;
            var now = clock.GetUtcNow().UtcTicks;
            while (_due.Count > 0 && _due.First() is var first && first.Key.At <= now)
            {
                _due.Remove(first.Key);
                _times.Remove((first.Key.Seq, first.Key.Task));
                fired.Add((first.Key, first.Value));
            }
            Set();
        }
        foreach (var (key, id) in fired)
            fire(id, key.Seq, key.Task);
    }

    private void Set()
    {
        if (_timer is null)
            return;
        if (_due.Count == 0)
        {
            _setFor = long.MaxValue;
            return;
        }
        _setFor = _due.First().Key.At;
        var wait = TimeSpan.FromTicks(Math.Max(0, _setFor - clock.GetUtcNow().UtcTicks));
        // Rounded up: a clock that wakes a fraction of a millisecond early would wake again and again.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, LongestWait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        // The wait counts from now, which may be later than when it was reckoned: a clock that was moved between the two.
        if (wait > TimeSpan.Zero && clock.GetUtcNow().UtcTicks >= _setFor)
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
