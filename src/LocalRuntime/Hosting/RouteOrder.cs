using Microsoft.AspNetCore.Routing.Patterns;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The real host asks functions in the order of their names and takes the first whose route fits: one that is hidden behind another is never called there.</summary>
internal static class RouteOrder
{
    /// <exception cref="StartupException">A function that no request would reach.</exception>
    public static void Check(IReadOnlyList<Function> functions)
    {
        var inOrder = functions.Where(f => f.Trigger is Trigger.Http).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Select(f => (Function: f, Http: (Trigger.Http)f.Trigger, Path: RoutePatternFactory.Parse(((Trigger.Http)f.Trigger).Route).PathSegments)).ToList();
        for (var i = 0; i < inOrder.Count; i++)
        {
            var hiding = inOrder.Take(i).FirstOrDefault(earlier => TakesMethods(earlier.Http, inOrder[i].Http) && Takes(earlier.Path, inOrder[i].Path));
            if (hiding.Function is { } first)
                throw new StartupException($"The function {inOrder[i].Function} is never called: {first} is before it by name, and its route '{hiding.Http.Route}' takes all that '{inOrder[i].Http.Route}' would. Name it so that it comes later.");
        }
    }

    private static bool TakesMethods(Trigger.Http earlier, Trigger.Http later) =>
        earlier.Methods.Count == 0 || (later.Methods.Count > 0 && later.Methods.All(method => earlier.Methods.Contains(method, StringComparer.OrdinalIgnoreCase)));

    // Constraints are not looked into: a route with one is taken to leave something to others.
    private static bool Takes(IReadOnlyList<RoutePatternPathSegment> earlier, IReadOnlyList<RoutePatternPathSegment> later)
    {
        for (var i = 0; i < later.Count; i++)
        {
            if (i == earlier.Count) return false;
            if (Parameter(earlier[i]) is { IsCatchAll: true, ParameterPolicies.Count: 0 }) return true;
            if (!Takes(earlier[i], later[i])) return false;
        }

        return earlier.Skip(later.Count).All(segment => Parameter(segment) is { ParameterPolicies.Count: 0 } rest && (rest.IsOptional || rest.IsCatchAll));
    }

    private static bool Takes(RoutePatternPathSegment earlier, RoutePatternPathSegment later) =>
        earlier.Parts is [RoutePatternLiteralPart literal]
            ? later.Parts is [RoutePatternLiteralPart other] && literal.Content.Equals(other.Content, StringComparison.OrdinalIgnoreCase)
            : Parameter(earlier) is { ParameterPolicies.Count: 0 } one && (Parameter(later) is not { } two || (!two.IsCatchAll && (one.IsOptional || !two.IsOptional)));

    private static RoutePatternParameterPart? Parameter(RoutePatternPathSegment segment) => segment.Parts is [RoutePatternParameterPart parameter] ? parameter : null;
}
