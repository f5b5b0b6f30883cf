using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>The functions that answer people and not programs, found in the service itself: a new one is among them.</summary>
internal sealed record PageFunction(string Name, string Route, IReadOnlyList<string> Methods)
{
    public static IReadOnlyList<PageFunction> All { get; } =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault()
           where function is not null && trigger?.Route is not null && !trigger.Route.StartsWith("api/", StringComparison.Ordinal) && !trigger.Route.StartsWith("{*", StringComparison.Ordinal)
           select new PageFunction(function.Name, trigger.Route!, trigger.Methods ?? ["get", "post"]),
    ];

    public static IEnumerable<PageFunction> Posted => All.Where(function => function.Methods.Contains("post", StringComparer.OrdinalIgnoreCase));

    /// <summary>Addresses that are whole without knowing anything: where to begin looking.</summary>
    public static IEnumerable<string> Starts => All.Where(function => function.Methods.Contains("get", StringComparer.OrdinalIgnoreCase) && !function.Route.Contains('{'))
        .Select(function => "/" + function.Route).Prepend("/");

    public bool Answers(string address) => Regex.IsMatch(address.Split('?')[0], $"^{Regex.Replace(Route, @"\{[^}]*\}", "[^/]+")}$");
}
