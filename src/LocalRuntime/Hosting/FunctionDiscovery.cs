using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Finds the methods marked as functions and checks them. The first that cannot run stops the start.</summary>
internal static partial class FunctionDiscovery
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="StartupException">One sentence that names the function.</exception>
    public static IReadOnlyList<Function> Find(IEnumerable<Type> types, IConfiguration configuration)
    {
        var functions = (
            from type in types
            from method in type.GetMethods(AnyMethod)
            let attribute = method.GetCustomAttribute<FunctionAttribute>()
            where attribute is not null
            orderby attribute.Name, type.FullName
            select Check(attribute.Name, method, configuration)).ToList();

        foreach (var same in functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            throw new StartupException($"Two functions share a name: {string.Join(" and ", same)}. Names are unique whatever their case.");
        TwoOfOneTask(functions, f => f.Trigger is Trigger.Orchestration o ? o.Name : null, "orchestration");
        TwoOfOneTask(functions, f => f.Trigger is Trigger.Activity a ? a.Name : null, "activity");
        RouteRules.CheckOverlap(functions);
        RouteOrder.Check(functions);
        return functions;
    }

    private static void TwoOfOneTask(List<Function> functions, Func<Function, string?> task, string kind)
    {
        foreach (var same in functions.Where(f => task(f) is not null).GroupBy(f => task(f)!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            throw new StartupException($"The functions {string.Join(" and ", same)} are the same {kind} '{same.Key}'.");
    }

    private static Function Check(string name, MethodInfo method, IConfiguration configuration)
    {
        var refuse = Refusal(name, method);
        if (!FunctionName().IsMatch(name))
            throw refuse("its name must begin with a letter and go on with letters, digits, '-' or '_', at most 128 in all");
        if (!method.IsPublic || !method.DeclaringType!.IsVisible) throw refuse("its method and class must be public");
        if (method.ContainsGenericParameters) throw refuse("it must not be generic");
        if (!method.IsStatic && method.DeclaringType is { IsAbstract: true }) throw refuse("its class is abstract, so that no instance can be made");
        if (!method.IsStatic && method.DeclaringType!.GetConstructors().Length == 0) throw refuse("its class has no public constructor");
        CheckReturn(method, refuse);

        var parameters = method.GetParameters();
        var triggers = parameters.Where(p => p.GetCustomAttribute<TriggerBindingAttribute>() is not null).ToList();
        var parameter = triggers switch
        {
            [] => throw refuse("it has no trigger"),
            [var one] => one,
            _ => throw refuse($"it has {triggers.Count} triggers ({string.Join(", ", triggers.Select(t => t.Name))}); a function has one"),
        };
        var trigger = TriggerOf(name, parameter, configuration, refuse);
        if (method.GetCustomAttribute<RetryAttribute>() is not null && trigger is not Trigger.Timer)
            throw refuse("a retry attribute has an effect on timer functions only; retry activities in their orchestration");
        return new Function(name, method, trigger, [.. SignatureRules.Bind(parameters, trigger, refuse)]);
    }

    private static Trigger TriggerOf(string name, ParameterInfo parameter, IConfiguration configuration, Func<string, StartupException> refuse)
    {
        switch (parameter.GetCustomAttribute<TriggerBindingAttribute>())
        {
            case HttpTriggerAttribute http:
                return new Trigger.Http(RouteRules.Check(http.Route ?? name, refuse), http.Methods ?? []);
            case TimerTriggerAttribute timer:
                var schedule = TimerSchedule.Parse(Settings.Resolve(timer.Schedule, configuration, refuse), refuse);
                return new Trigger.Timer(schedule, timer.RunOnStartup, timer.UseMonitor, RetryPolicy.Of((MethodInfo)parameter.Member, refuse));
            case OrchestrationTriggerAttribute orchestration:
                return new Trigger.Orchestration(orchestration.Orchestration ?? name);
            case ActivityTriggerAttribute activity:
                return new Trigger.Activity(activity.Activity ?? name);
            case var other:
                throw refuse($"its trigger {other!.GetType().Name} is not known to the local runtime");
        }
    }

    private static void CheckReturn(MethodInfo method, Func<string, StartupException> refuse)
    {
        var type = method.ReturnType;
        if (type == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null) throw refuse("it is async void; return Task");
        if (type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            throw refuse("it returns a ValueTask, which the worker does not await; return Task");
    }

    private static Func<string, StartupException> Refusal(string name, MethodInfo method) =>
        reason => new StartupException($"The function '{name}' ({method.DeclaringType?.Name}.{method.Name}) cannot run: {reason}.");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();
}
