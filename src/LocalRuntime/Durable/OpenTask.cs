using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Durable;

/// <summary>A durable task the code holds and that has not ended.</summary>
internal abstract class OpenTask(HistoryKind kind, string name)
{
    public HistoryKind Kind => kind;

    public string Name => name;

    /// <summary>What listens for its cancellation; ended with it.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    public abstract void Complete(string? data);

    public abstract void Fail(Exception failure);

    public abstract void Cancel(CancellationToken cancellation);
}

/// <inheritdoc/>
internal sealed class OpenTask<T>(HistoryKind kind, string name, DataConverter converter) : OpenTask(kind, name)
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    /// <summary>A result that cannot be read as <typeparamref name="T"/> fails the task, where the code can see it.</summary>
    public override void Complete(string? data)
    {
        Registration.Unregister();
        try
        {
            _source.TrySetResult(converter.Deserialize<T>(data)!);
        }
        catch (Exception unreadable)
        {
            _source.TrySetException(unreadable);
        }
    }

    public override void Fail(Exception failure)
    {
        Registration.Unregister();
        _source.TrySetException(failure);
    }

    public override void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
