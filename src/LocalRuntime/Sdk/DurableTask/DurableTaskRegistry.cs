using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities of an app by name. Registering a name twice is refused.</summary>
public sealed partial class DurableTaskRegistry
{
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> _orchestrators = [];
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> _activities = [];

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() => _orchestrators;

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() => _activities;

    private DurableTaskRegistry Add<T>(Dictionary<TaskName, T> tasks, TaskName name, T factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (string.IsNullOrEmpty(name.Name))
            throw new ArgumentException("A task needs a name.", nameof(name));
        if (!tasks.TryAdd(name, factory))
            throw new ArgumentException($"'{name}' is registered already.", nameof(name));
        return this;
    }

    private static TaskName NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.GetCustomAttribute<DurableTaskAttribute>() is { Name.Name: { Length: > 0 } } named ? named.Name : new TaskName(type.Name);
    }

    private static Type Creatable<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsAssignableTo(typeof(T)) && !type.IsAbstract
            ? type
            : throw new ArgumentException($"{type} is not a class that implements {typeof(T).Name}.", nameof(type));
    }
}
