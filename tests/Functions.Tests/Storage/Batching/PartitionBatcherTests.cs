using Microsoft.Extensions.Time.Testing;
using TitleCertification.Functions.Storage.Batching;

namespace TitleCertification.Functions.Tests.Storage.Batching;

public sealed class PartitionBatcherTests
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(300);

    private readonly FakeTimeProvider _clock = new();
    private readonly System.Threading.Channels.Channel<int[]> _flushes = System.Threading.Channels.Channel.CreateUnbounded<int[]>();

    private PartitionBatcher<string, int, int> Batcher(int groupSize = 100, int capacity = 1000, Func<Task>? during = null) => new(
        async (_, group) =>
        {
            var members = group.Select(one => one.Member).ToArray();
            await _flushes.Writer.WriteAsync(members);
            if (during is not null)
                await during();
            foreach (var one in group)
                one.Answer(one.Member * 10);
        },
        groupSize, capacity, _clock);

    [Fact]
    public async Task Submit_IdlePartition_IsFlushedAtOnce()
    {
        using var batcher = Batcher();

        Assert.Equal(10, await batcher.SubmitAsync("p", 1, Linger, default));
    }

    [Fact]
    public async Task Submit_WhileThePartitionRests_WaitsForTheLingerAndShares()
    {
        using var batcher = Batcher();
        await batcher.SubmitAsync("p", 1, Linger, default);

        Task<int>[] later = [batcher.SubmitAsync("p", 2, Linger, default), batcher.SubmitAsync("p", 3, Linger, default)];
        Assert.Equal(7 * 10, await batcher.SubmitAsync("another", 7, Linger, default));
        Assert.All(later, task => Assert.False(task.IsCompleted));

        await AdvanceUntilAsync(Task.WhenAll(later));
        Assert.Equal((int[])[1], await _flushes.Reader.ReadAsync());
        Assert.Equal((int[])[7], await _flushes.Reader.ReadAsync());
        Assert.Equal((int[])[2, 3], await _flushes.Reader.ReadAsync());
    }

    [Fact]
    public async Task Submit_FullGroup_DoesNotWaitForTheLinger()
    {
        using var batcher = Batcher(groupSize: 3);
        await batcher.SubmitAsync("p", 1, Linger, default);

        // The clock stands still: only the group's being full can end the rest.
        Assert.Equal((int[])[20, 30, 40], await Task.WhenAll(Enumerable.Range(2, 3).Select(i => batcher.SubmitAsync("p", i, Linger, default))));
    }

    [Fact]
    public async Task Submit_PartitionGoneQuiet_TakesNoMemory()
    {
        using var batcher = Batcher();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => batcher.SubmitAsync($"p{i}", i, Linger, default)));
        while (batcher.ActivePartitions > 0)
        {
            _clock.Advance(Linger);
            await Task.Yield();
        }

        Assert.Equal(0, batcher.ActivePartitions);
    }

    [Fact]
    public async Task Submit_MoreThanTheCapacity_AreAllServedInTurn()
    {
        using var batcher = Batcher(groupSize: 4, capacity: 5);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => batcher.SubmitAsync("p", i, TimeSpan.Zero, default)));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 10), answers);
        _flushes.Writer.Complete();
        await foreach (var members in _flushes.Reader.ReadAllAsync())
            Assert.InRange(members.Length, 1, 4);
    }

    [Fact]
    public async Task Submit_CallerGoesWhileWaiting_ItsMemberIsLeftOutAndTheOthersAreServed()
    {
        var go = new TaskCompletionSource();
        using var batcher = Batcher(during: () => go.Task);
        using var cancel = new CancellationTokenSource();
        var first = batcher.SubmitAsync("p", 1, TimeSpan.Zero, default);
        Assert.Equal((int[])[1], await _flushes.Reader.ReadAsync());
        var gone = batcher.SubmitAsync("p", 2, TimeSpan.Zero, cancel.Token);
        var stays = batcher.SubmitAsync("p", 3, TimeSpan.Zero, default);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        go.SetResult();

        Assert.Equal((int[])[10, 30], await Task.WhenAll(first, stays));
        Assert.Equal((int[])[3], await _flushes.Reader.ReadAsync());
    }

    [Fact]
    public async Task Submit_FlushThrows_FailsTheUnansweredAndTheNextFlushGoesOn()
    {
        var failures = 1;
        using var batcher = new PartitionBatcher<string, int, int>(
            (_, group) =>
            {
                if (failures-- > 0)
                    throw new InvalidDataException();
                foreach (var one in group)
                    one.Answer(one.Member);
                return Task.CompletedTask;
            },
            100, 100, _clock);

        await Assert.ThrowsAsync<InvalidDataException>(() => batcher.SubmitAsync("p", 1, TimeSpan.Zero, default));
        Assert.Equal(2, await batcher.SubmitAsync("p", 2, TimeSpan.Zero, default));
    }

    // The rest begins on another thread, after the answer: time is moved until it has been seen.
    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(Linger);
            await Task.Yield();
        }
    }
}
