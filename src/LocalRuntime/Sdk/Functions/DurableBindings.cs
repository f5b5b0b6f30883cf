using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the <c>TaskOrchestrationContext</c> of an orchestrator function. The orchestration has the function's name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Another name of the orchestration, instead of the function's.</summary>
    public string? Orchestration { get; set; }
}

/// <summary>Marks the input of an activity function. The activity has the function's name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Another name of the activity, instead of the function's.</summary>
    public string? Activity { get; set; }
}

/// <summary>Binds a parameter to the <c>DurableTaskClient</c> of the app's task hub.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Another task hub than that of <c>host.json</c>. The local runtime has one hub only.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that names the hub's storage. The local runtime keeps the hub in its data directory.</summary>
    public string? ConnectionName { get; set; }
}
