namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// Runs the code of one orchestrator: one thread at a time, continuations in the order in which they became ready, and only while the engine
/// feeds it. A continuation that arrives from anywhere else shows that the code awaited something that is not durable.
/// </summary>
internal sealed class OrchestratorScheduler(Action foreignContinuation) : TaskScheduler
{
    private readonly Queue<Task> _ready = new();
    private volatile int _thread;

    public bool IsCurrent => _thread == Environment.CurrentManagedThreadId;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs <paramref name="action"/> and everything that becomes ready by it.</summary>
    public void Run(Action action)
    {
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            var first = new Task(action);
            first.Start(this);
            while (_ready.TryDequeue(out var next))
                TryExecuteTask(next);
            first.GetAwaiter().GetResult();
        }
        finally
        {
            _thread = 0;
        }
    }

    protected override void QueueTask(Task task)
    {
        if (IsCurrent)
            _ready.Enqueue(task);
        else
            foreignContinuation();
    }

    // Never inline: the order must not depend on how deep the stack happens to be.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _ready;
}
