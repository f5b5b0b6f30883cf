using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.OpenApi;

/// <summary>A function of the HTTP API, as its attributes say it.</summary>
/// <param name="Path">As OpenAPI writes it: with the names of the route's values, without their constraints.</param>
/// <param name="Verbs">In lower case.</param>
/// <param name="Values">The values in the path, in their order.</param>
public sealed partial record ServedFunction(string Name, string Path, IReadOnlyList<string> Verbs, IReadOnlyList<string> Values, PolicyAttribute Policy)
{
    /// <summary>Every function called over HTTP that is no page: what people see in a browser is no API.</summary>
    public static IReadOnlyList<ServedFunction> All(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where !IsPage(type)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(trigger => trigger is not null)
           where function is not null && trigger is not null
           orderby trigger.Route, function.Name
           select Of(function.Name, trigger, method.GetCustomAttribute<PolicyAttribute>()!),
    ];

    private static bool IsPage(Type type) => type.Namespace is { } name && $"{name}.".StartsWith($"{typeof(ServedFunction).Assembly.GetName().Name}.Pages.", StringComparison.Ordinal);

    private static ServedFunction Of(string name, HttpTriggerAttribute trigger, PolicyAttribute policy)
    {
        var route = trigger.Route ?? name;
        return new(name, "/" + Value().Replace(route, "{${name}}"), [.. (trigger.Methods ?? []).Select(verb => verb.ToLowerInvariant())],
            [.. Value().Matches(route).Select(match => match.Groups["name"].Value)], policy);
    }

    [GeneratedRegex(@"\{\*?(?<name>[A-Za-z0-9]+)[^}]*\}")]
    private static partial Regex Value();
}
