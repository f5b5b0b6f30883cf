using Microsoft.Extensions.Caching.Memory;

namespace TitleCertification.Functions.Storage;

/// <summary>Keeps answers for a while, a bounded number of them. Who asks while the answer is on its way waits for the same one.</summary>
internal sealed class ShortMemory<T>(int most, TimeSpan kept) : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = most });
    private readonly Lock gate = new();

    public async Task<T> GetAsync(string key, Func<Task<T>> load, CancellationToken cancellationToken)
    {
        Task<T>? answer;
        lock (gate)
        {
            if (!cache.TryGetValue(key, out answer) || answer!.IsFaulted || answer.IsCanceled)
                answer = cache.Set(key, load(), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = kept });
        }

        return await answer!.WaitAsync(cancellationToken);
    }

    public void Forget(string key)
    {
        lock (gate)
            cache.Remove(key);
    }

    public void Dispose() => cache.Dispose();
}
