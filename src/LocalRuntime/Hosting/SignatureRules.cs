using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Which parameters and results each kind of function may have, and where each parameter's value comes from.</summary>
internal static class SignatureRules
{
    public static IEnumerable<BoundParameter> Bind(ParameterInfo[] parameters, Trigger trigger, Func<string, StartupException> refuse)
    {
        CheckResult((MethodInfo)parameters[0].Member, trigger, refuse);
        var inputSeen = false;
        foreach (var parameter in parameters)
        {
            var type = parameter.ParameterType;
            StartupException Wrong(string why) => refuse($"its parameter '{parameter.Name}' {why}");
            if (type.IsByRef) throw Wrong("is ref, in or out");
            if (parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            {
                CheckTrigger(type, trigger, Wrong);
                // An activity without input may mark its context.
                yield return new(parameter, type == typeof(FunctionContext) ? ParameterSource.FunctionContext : ParameterSource.Trigger);
            }
            else if (parameter.GetCustomAttribute<DurableClientAttribute>() is { } client)
            {
                if (type != typeof(DurableTaskClient)) throw Wrong("is marked [DurableClient] but is not a DurableTaskClient");
                if (client.TaskHub is not null || client.ConnectionName is not null) throw Wrong("names another task hub; the local runtime has one");
                if (trigger is Trigger.Orchestration) throw Wrong("is a durable client, which an orchestrator must not use");
                yield return new(parameter, ParameterSource.DurableClient);
            }
            else if (type == typeof(FunctionContext))
            {
                yield return new(parameter, ParameterSource.FunctionContext);
            }
            else if (type == typeof(CancellationToken))
            {
                yield return new(parameter, ParameterSource.CancellationToken);
            }
            else if (trigger is Trigger.Orchestration)
            {
                if (inputSeen) throw Wrong("is a second input; an orchestrator has one");
                inputSeen = true;
                yield return new(parameter, ParameterSource.OrchestrationInput);
            }
            else if (trigger is Trigger.Activity)
            {
                if (type == typeof(TaskActivityContext))
                    throw Wrong("is a TaskActivityContext, which the worker cannot bind in a function; take 'string instanceId'");
                if (type != typeof(string) || parameter.Name != "instanceId") throw Wrong("cannot be bound: an activity has one input, the marked one");
                yield return new(parameter, ParameterSource.Named);
            }
            else if (HasConverter(parameter) || (trigger is Trigger.Http http && NamedByRequest(parameter, http, Wrong)))
            {
                yield return new(parameter, ParameterSource.Named);
            }
            else
            {
                throw Wrong($"of type {type.Name} cannot be bound to anything");
            }
        }
    }

    private static void CheckTrigger(Type type, Trigger trigger, Func<string, StartupException> wrong)
    {
        switch (trigger)
        {
            case Trigger.Http when type != typeof(HttpRequest):
                throw wrong("is marked [HttpTrigger] but is not an HttpRequest");
            case Trigger.Timer when type != typeof(TimerInfo):
                throw wrong("is marked [TimerTrigger] but is not a TimerInfo");
            case Trigger.Orchestration when type != typeof(TaskOrchestrationContext):
                throw wrong("is marked [OrchestrationTrigger] but is not a TaskOrchestrationContext");
            case Trigger.Activity when type == typeof(TaskActivityContext):
                throw wrong("is a TaskActivityContext, which the worker cannot bind in a function; mark the input and take 'string instanceId'");
        }
    }

    private static void CheckResult(MethodInfo method, Trigger trigger, Func<string, StartupException> refuse)
    {
        var type = method.ReturnType is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(Task<>)
            ? task.GenericTypeArguments[0]
            : method.ReturnType;
        switch (trigger)
        {
            case Trigger.Http when type.IsAssignableTo(typeof(IActionResult)):
                throw refuse("it returns an MVC action result, which the local runtime does not execute; return IResult");
            case Trigger.Orchestration when !method.IsStatic:
                throw refuse("an orchestrator must be static, so that nothing injected can make it differ when it replays");
            case Trigger.Timer when type != typeof(void) && type != typeof(Task):
                throw refuse($"it returns {type.Name}, which nobody would see; a timer function returns nothing");
        }
    }

    private static bool HasConverter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<InputConverterAttribute>() is not null || parameter.ParameterType.GetCustomAttribute<InputConverterAttribute>() is not null;

    private static bool NamedByRequest(ParameterInfo parameter, Trigger.Http http, Func<string, StartupException> wrong)
    {
        var names = RoutePatternFactory.Parse(http.Route).Parameters.Select(p => p.Name).ToList();
        if (names.Contains(parameter.Name!, StringComparer.Ordinal)) return true;
        if (names.Find(n => n.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } other)
            throw wrong($"differs from '{{{other}}}' of the route in case only; names are bound as they are written");

        // A query value: text, or what text can be read as.
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(Guid) || type == typeof(DateTime)
            || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);
    }
}
