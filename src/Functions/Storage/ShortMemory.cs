using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace TitleCertification.Functions.Storage;

/// <summary>Keeps answers for a while, a bounded number of them. Who asks while the answer is on its way waits for the same one.</summary>
/// <param name="refreshed">After this time the answer is asked for anew while the old one is still given, so that nobody waits for it; null: whoever asks when it has ended waits.</param>
internal sealed class ShortMemory<T>(int most, TimeSpan kept, TimeSpan? refreshed = null) : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = most });
    private readonly Lock gate = new();

    public async Task<T> GetAsync(string key, Func<Task<T>> load, CancellationToken cancellationToken)
    {
        Kept? answer;
        lock (gate)
        {
            if (!cache.TryGetValue(key, out answer) || answer!.Answer.IsFaulted || answer.Answer.IsCanceled)
                answer = Keep(key, load());
            else if (!answer.IsRefreshed && answer.Answer.IsCompleted && Stopwatch.GetElapsedTime(answer.Since) > refreshed)
            {
                answer.IsRefreshed = true;
                _ = RefreshAsync(key, answer, load);
            }
        }

        return await answer.Answer.WaitAsync(cancellationToken);
    }

    public void Forget(string key)
    {
        lock (gate)
            cache.Remove(key);
    }

    public void Dispose() => cache.Dispose();

    private async Task RefreshAsync(string key, Kept before, Func<Task<T>> load)
    {
        var loading = Task.Run(load);
        // Where it fails, the old answer ends by itself, and whoever asks then hears why.
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            // Forgotten meanwhile: what was read may be older than what was changed.
            if (loading.IsCompletedSuccessfully && cache.TryGetValue(key, out Kept? now) && ReferenceEquals(now, before))
                Keep(key, loading);
    }

    private Kept Keep(string key, Task<T> answer) => cache.Set(key, new Kept(answer), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = kept });

    private sealed class Kept(Task<T> answer)
    {
        public Task<T> Answer => answer;

        public long Since { get; } = Stopwatch.GetTimestamp();

        public bool IsRefreshed { get; set; }
    }
}
