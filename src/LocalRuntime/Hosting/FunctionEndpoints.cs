using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The routes of the app. Where several fit, the function that is first by name answers, as in the real host, which knows no order by how specific a route is (ADR 0235).</summary>
internal static class FunctionEndpoints
{
    public static void Map(WebApplication web, IEnumerable<Function> functions, string prefix, FunctionPipeline pipeline)
    {
        var endpoints = functions.Where(f => f.Trigger is Trigger.Http).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
            .Select((f, order) => Endpoint(f, (Trigger.Http)f.Trigger, prefix, order, pipeline)).ToList();
        // Where only another method would fit, routing picks an answer of its own (405). The real host knows no such place: 404.
        web.Use((http, next) =>
        {
            if (http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<Function>() is null) http.SetEndpoint(null);
            return next(http);
        });
        ((IEndpointRouteBuilder)web).DataSources.Add(new DefaultEndpointDataSource(endpoints));
    }

    private static Endpoint Endpoint(Function function, Trigger.Http http, string prefix, int order, FunctionPipeline pipeline)
    {
        var route = $"{prefix}/{http.Route.TrimStart('/')}".TrimStart('/');
        var builder = new RouteEndpointBuilder(context => HttpInvocation.RunAsync(context, function, pipeline), RoutePatternFactory.Parse(route), order)
        {
            DisplayName = function.Name,
        };
        builder.Metadata.Add(function);
        if (http.Methods.Count > 0) builder.Metadata.Add(new HttpMethodMetadata(http.Methods));
        return builder.Build();
    }
}
