using System.Collections;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>One invocation. Its scope of services is made when first asked for and ends with the invocation.</summary>
internal sealed class LocalFunctionContext(Function function, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    : FunctionContext, IAsyncDisposable
{
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;

    public Function Function => function;

    /// <summary>The trigger's own value.</summary>
    public object? TriggerValue { get; set; }

    /// <summary>The input of an orchestration, beside its context.</summary>
    public object? OrchestrationInput { get; set; }

    /// <summary>Whether the pipeline has reached the function itself.</summary>
    public bool Reached { get; set; }

    public Dictionary<string, object?> NamedValues { get; } = new(StringComparer.Ordinal);

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override TraceContext TraceContext => field ??= new Trace(Activity.Current);

    public override BindingContext BindingContext => field ??= new Binding(NamedValues);

    public override RetryContext RetryContext => Retry;

    public Repetition Retry { get; set; } = Repetition.None;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureSet();

    public override CancellationToken CancellationToken => cancellationToken;

    public override IServiceProvider InstanceServices
    {
        get => _services ??= (_scope = scopes.CreateAsyncScope()).Value.ServiceProvider;
        set => _services = value;
    }

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal sealed class Repetition(int count, int most) : RetryContext
    {
        public static readonly Repetition None = new(0, 0);

        public override int RetryCount => count;

        public override int MaxRetryCount => most;
    }

    private sealed class Trace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class Binding(Dictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public void Set<T>(T instance) => _features[typeof(T)] = instance ?? throw new ArgumentNullException(nameof(instance));

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
