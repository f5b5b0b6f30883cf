using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Starts the function on a schedule: an NCRONTAB expression (six fields from the second, or five from the minute), a time span, or
/// <c>%Setting%</c>, which is looked up in the configuration. Times are UTC.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Also run when the app starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Keep the schedule's state, so that a run missed while the app was down is made up for. Has no effect on schedules below one minute.</summary>
    public bool UseMonitor { get; set; } = true;
}

/// <summary>What a timer function learns about its run.</summary>
public class TimerInfo
{
    /// <summary>Null where the state is not kept (<see cref="TimerTriggerAttribute.UseMonitor"/>).</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>The run was missed and is made now.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>The state of a schedule, in UTC, as it was before the run.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
