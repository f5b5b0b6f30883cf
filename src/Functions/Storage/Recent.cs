namespace TitleCertification.Functions.Storage;

/// <summary>What was used last, up to a number; the one that was not used for longest makes room. Safe for many threads.</summary>
internal sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> byUse = new();
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
                return byKey.Count;
        }
    }

    public bool TryGet(TKey key, out TValue? value)
    {
        lock (gate)
        {
            value = byKey.TryGetValue(key, out var node) ? node.Value.Value : default;
            return node is not null;
        }
    }

    public void Set(TKey key, TValue value) => Change(key, _ => value);

    public void Remove(TKey key)
    {
        lock (gate)
            if (byKey.Remove(key, out var node))
                byUse.Remove(node);
    }

    /// <summary>Changes a value in one step.</summary>
    /// <param name="change">Gets the value there, or the default where there is none.</param>
    public TValue Change(TKey key, Func<TValue?, TValue> change)
    {
        lock (gate)
        {
            var value = change(byKey.Remove(key, out var node) ? node.Value.Value : default);
            if (node is not null)
                byUse.Remove(node);
            byKey[key] = byUse.AddLast((key, value));
            if (byKey.Count > capacity)
            {
                byKey.Remove(byUse.First!.Value.Key);
                byUse.RemoveFirst();
            }

            return value;
        }
    }
}
