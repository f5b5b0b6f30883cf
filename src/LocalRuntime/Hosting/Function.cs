using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>What starts a function.</summary>
internal abstract record Trigger(string Binding)
{
    public sealed record Http(string Route, IReadOnlyList<string> Methods) : Trigger("httpTrigger");

    public sealed record Timer(TimerSchedule Schedule, bool RunOnStartup, bool UseMonitor, RetryPolicy? Retry) : Trigger("timerTrigger");

    public sealed record Orchestration(string Name) : Trigger("orchestrationTrigger");

    public sealed record Activity(string Name) : Trigger("activityTrigger");
}

/// <summary>A method marked as a function, checked: everything in its signature can be bound.</summary>
internal sealed class Function(string name, MethodInfo method, Trigger trigger, ImmutableArray<BoundParameter> parameters)
{
    public string Name => name;

    public MethodInfo Method => method;

    public Trigger Trigger => trigger;

    public ImmutableArray<BoundParameter> Parameters => parameters;

    public FunctionCall Call { get; } = new(method);

    public LocalFunctionDefinition Definition { get; } = new(name, method, trigger, parameters);

    /// <summary>For sentences: the name, and where it is declared.</summary>
    public override string ToString() => $"'{name}' ({method.DeclaringType?.Name}.{method.Name})";
}

/// <summary>A parameter and where its value comes from.</summary>
internal sealed record BoundParameter(ParameterInfo Info, ParameterSource Source)
{
    public FunctionParameter Definition { get; } = new(
        Info.Name!, Info.ParameterType, Info.HasDefaultValue, Info.HasDefaultValue ? Info.DefaultValue : null);

    public string Name => Definition.Name;

    public Type Type => Definition.Type;
}

internal enum ParameterSource
{
    /// <summary>The trigger's own value: request, timer, orchestration context, activity input.</summary>
    Trigger,

    /// <summary>The input of an orchestration, beside its context.</summary>
    OrchestrationInput,

    /// <summary>The client of the task hub.</summary>
    DurableClient,

    FunctionContext,

    CancellationToken,

    /// <summary>A value the trigger delivered under the parameter's name, through the input converters.</summary>
    Named,
}
