using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

public sealed class TimerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("localruntime-");
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly Runs _runs = new();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Timer_TimeComes_RunsOnceEachTime()
    {
        await using var app = await StartAsync(typeof(Daily));

        _clock.Advance(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(1));
        Assert.False(_runs.Any);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var first = await _runs.NextAsync();
        await SettledAsync("2026-07-02T17:00:00");
        _clock.Advance(TimeSpan.FromDays(1));
        var second = await _runs.NextAsync();

        Assert.Equal((Noon.AddHours(5), false), (first.At, first.Info.IsPastDue));
        Assert.Equal(Noon.UtcDateTime.AddHours(5), first.Info.ScheduleStatus!.Next);
        Assert.Equal(Noon.AddHours(29), second.At);
        Assert.Equal(Noon.UtcDateTime.AddHours(5), second.Info.ScheduleStatus!.Last);
        Assert.False(_runs.Any);
    }

    [Fact]
    public async Task Timer_DownWhenSeveralRunsWereDue_RunsOnceLate()
    {
        await using (await StartAsync(typeof(Daily))) { }
        _clock.Advance(TimeSpan.FromDays(3));

        await using var app = await StartAsync(typeof(Daily));
        var late = await _runs.NextAsync();
        await SettledAsync("2026-07-04T17:00:00");
        _clock.Advance(TimeSpan.FromHours(5));
        var regular = await _runs.NextAsync();

        Assert.Equal((Noon.AddDays(3), true), (late.At, late.Info.IsPastDue));
        Assert.Equal((Noon.AddDays(3).AddHours(5), false), (regular.At, regular.Info.IsPastDue));
    }

    [Fact]
    public async Task Timer_FirstStartEver_MissesNothing()
    {
        await using var app = await StartAsync(typeof(Daily));

        Assert.False(_runs.Any);
    }

    [Fact]
    public async Task Timer_CutOffByTheStop_RunsAgainLate()
    {
        var directory = _directory.FullName;
        _runs.Hold = new TaskCompletionSource();
        var app = await StartAsync(typeof(Daily));
        _clock.Advance(TimeSpan.FromHours(5));
        await _runs.NextAsync();
        await app.DisposeAsync();
        _runs.Hold = null;

        _clock.Advance(TimeSpan.FromMinutes(1));
        await using var again = await StartAsync(typeof(Daily));

        Assert.True((await _runs.NextAsync()).Info.IsPastDue);
    }

    [Fact]
    public async Task Timer_RunTakesLongerThanTheInterval_DoesNotOverlapItself()
    {
        _runs.Hold = new TaskCompletionSource();
        await using var app = await StartAsync(typeof(EveryMinute));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _runs.NextAsync();

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(_runs.Any);
        var hold = _runs.Hold;
        _runs.Hold = null;
        hold.SetResult();

        // The next one was due in the meantime and follows at once.
        Assert.Equal(Noon.AddMinutes(6), (await _runs.NextAsync()).At);
        Assert.Equal(1, _runs.MostAtATime);
    }

    [Fact]
    public async Task Timer_RunOnStartup_RunsAtTheStart()
    {
        await using var app = await StartAsync(typeof(AtStart));

        var run = await _runs.NextAsync();

        Assert.Equal((Noon, false), (run.At, run.Info.IsPastDue));
    }

    [Fact]
    public async Task Timer_ScheduleHasChanged_NothingOfTheNewOneIsLate()
    {
        await using (await StartAsync(typeof(Configured), "--Schedule=0 0 17 * * *")) { }
        _clock.Advance(TimeSpan.FromHours(20));

        await using var app = await StartAsync(typeof(Configured), "--Schedule=0 0 6 * * *");

        Assert.False(_runs.Any);
        _clock.Advance(TimeSpan.FromHours(22));
        Assert.Equal(Noon.AddHours(42), (await _runs.NextAsync()).At);
    }

    [Fact]
    public async Task Timer_Fails_IsLoggedOnce_AndTheScheduleGoesOn()
    {
        _runs.Failures = 1;
        await using var app = await StartAsync(typeof(Daily));

        _clock.Advance(TimeSpan.FromHours(5));
        await _runs.NextAsync();
        await SettledAsync("2026-07-02T17:00:00");
        _clock.Advance(TimeSpan.FromDays(1));
        await _runs.NextAsync();

        Assert.Single(app.Logs.Errors);
    }

    [Fact]
    public async Task Timer_WithRetry_IsRepeatedAfterTheDelay()
    {
        _runs.Failures = 2;
        await using var app = await StartAsync(typeof(Retried));
        _clock.Advance(TimeSpan.FromHours(5));

        var counts = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            counts.Add((await _runs.NextAsync(() => _clock.Advance(TimeSpan.FromSeconds(1)))).Repetition);
        }

        Assert.Equal([0, 1, 2], counts);
        Assert.Equal(2, app.Logs.Errors.Count());
    }

    [Fact]
    public async Task Timer_BelowOneMinute_KeepsNoState()
    {
        await using var app = await StartAsync(typeof(EverySecond));

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null((await _runs.NextAsync()).Info.ScheduleStatus);
        Assert.False(File.Exists(Path.Combine(_directory.FullName, "timers.json")));
    }

    private Task<RunningApp> StartAsync(Type functions, params string[] args) => RunningApp.StartAsync([functions], builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(_runs);
    }, args, _directory.FullName);

    // The state is written after the run: until then the clock must not move on.
    private async Task SettledAsync(string next)
    {
        var file = Path.Combine(_directory.FullName, "timers.json");
        for (var i = 0; i < 6000 && !(await File.ReadAllTextAsync(file)).Contains($"\"Next\":\"{next}", StringComparison.Ordinal); i++) await Task.Delay(10);
    }

    public sealed class Runs
    {
        private readonly Channel<Run> _channel = Channel.CreateUnbounded<Run>();
        private int _now;

        public bool Any => _channel.Reader.TryPeek(out _);

        public int MostAtATime { get; private set; }

        public int Failures { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public async Task<Run> NextAsync(Action? meanwhile = null)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (meanwhile is not null && !Any)
            {
                meanwhile();
                await Task.Delay(5, patience.Token);
            }

            return await _channel.Reader.ReadAsync(patience.Token);
        }

        public async Task AddAsync(TimerInfo info, FunctionContext context)
        {
            MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _now));
            var clock = context.InstanceServices.GetRequiredService<TimeProvider>();
            await _channel.Writer.WriteAsync(new Run(clock.GetUtcNow(), info, context.RetryContext.RetryCount));
            try
            {
                if (Failures-- > 0) throw new InvalidOperationException("on purpose");
                if (Hold is { } hold) await hold.Task.WaitAsync(context.CancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }

    public sealed record Run(DateTimeOffset At, TimerInfo Info, int Repetition);

    public sealed class Daily(Runs runs)
    {
        [Function("Daily")]
        public Task RunAsync([TimerTrigger("0 0 17 * * *")] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }

    public sealed class EveryMinute(Runs runs)
    {
        [Function("EveryMinute")]
        public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }

    public sealed class EverySecond(Runs runs)
    {
        [Function("EverySecond")]
        public Task RunAsync([TimerTrigger("* * * * * *")] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }

    public sealed class AtStart(Runs runs)
    {
        [Function("AtStart")]
        public Task RunAsync([TimerTrigger("0 0 17 * * *", RunOnStartup = true)] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }

    public sealed class Configured(Runs runs)
    {
        [Function("Configured")]
        public Task RunAsync([TimerTrigger("%Schedule%")] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }

    public sealed class Retried(Runs runs)
    {
        [Function("Retried")]
        [FixedDelayRetry(3, "00:00:10")]
        public Task RunAsync([TimerTrigger("0 0 17 * * *")] TimerInfo timer, FunctionContext context) => runs.AddAsync(timer, context);
    }
}
