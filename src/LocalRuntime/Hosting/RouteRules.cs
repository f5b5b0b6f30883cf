using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Checks routes before the first request comes.</summary>
internal static partial class RouteRules
{
    /// <summary>The route as it is matched, without the prefix.</summary>
    public static string Check(string route, Func<string, StartupException> refuse)
    {
        RoutePattern pattern;
        try
        {
            pattern = RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException e)
        {
            throw refuse($"its route '{route}' is not valid: {e.Message.TrimEnd('.')}");
        }

        if (ReservedStart().IsMatch(route)) throw refuse($"its route '{route}' begins with letters that the host keeps for itself ('admin', 'runtime')");
        CheckConstraints(route, pattern, refuse);
        return route;
    }

    /// <summary>Two functions at the same place would make each request for it fail.</summary>
    public static void CheckOverlap(IReadOnlyList<Function> functions)
    {
        var http = functions.Where(f => f.Trigger is Trigger.Http).Select(f => (Function: f, Http: (Trigger.Http)f.Trigger)).ToList();
        for (var i = 0; i < http.Count; i++)
        {
            foreach (var (other, otherHttp) in http.Skip(i + 1))
            {
                if (Shape(http[i].Http.Route) == Shape(otherHttp.Route) && ShareMethod(http[i].Http, otherHttp))
                    throw new StartupException($"The functions {http[i].Function} and {other} answer at the same route '{http[i].Http.Route}' and method.");
            }
        }
    }

    private static void CheckConstraints(string route, RoutePattern pattern, Func<string, StartupException> refuse)
    {
        using var services = new ServiceCollection().AddRouting().AddLogging().BuildServiceProvider();
        var policies = services.GetRequiredService<ParameterPolicyFactory>();
        foreach (var (name, references) in pattern.ParameterPolicies)
        {
            foreach (var reference in references)
            {
                try
                {
                    policies.Create(pattern.GetParameter(name), reference);
                }
                catch (Exception e) when (e is InvalidOperationException or ArgumentException or RouteCreationException or FormatException)
                {
                    throw refuse($"its route '{route}' has a constraint that does not exist or is not valid: {reference.Content}");
                }
            }
        }
    }

    private static bool ShareMethod(Trigger.Http one, Trigger.Http other) =>
        one.Methods.Count == 0 || other.Methods.Count == 0 || one.Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any();

    // Two routes are at the same place when they differ in nothing but the names of their parameters and in case.
    private static string Shape(string route)
    {
        var names = RoutePatternFactory.Parse(route).Parameters.Select(p => p.Name);
        return names.Aggregate(route.Trim('/').ToLowerInvariant(), (shape, name) =>
            Regex.Replace(shape, $@"\{{(\*{{0,2}}){Regex.Escape(name.ToLowerInvariant())}(?=[:?}}=])", "{$1"));
    }

    // The letters, not the segment: the real host refuses 'administration', too.
    [GeneratedRegex("^/*(admin|runtime)", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedStart();
}
