using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TitleCertification.LocalRuntime.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Composes the app: services, configuration, middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder(string[]? args, Assembly caller, params Type[] onlyFunctionsOf)
    {
        Composition = new Composition(args ?? [], caller, onlyFunctionsOf);
        // After the assignment: a start-up class uses this builder.
        Composition.RunStartups(this);
    }

    internal Composition Composition { get; }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)Composition.Web).Properties;

    public ConfigurationManager Configuration => Composition.Web.Configuration;

    public IHostEnvironment Environment => Composition.Web.Environment;

    public ILoggingBuilder Logging => Composition.Web.Logging;

    public IMetricsBuilder Metrics => Composition.Web.Metrics;

    public IServiceCollection Services => Composition.Web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Composition.Use(middleware);
        return this;
    }

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)Composition.Web).ConfigureContainer(factory, configure);

    /// <summary>Finds and checks the functions. What cannot be bound, routed or scheduled stops here, with a sentence that names the function.</summary>
    public IHost Build() => Composition.Build();
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>
    /// HTTP functions take ASP.NET Core's <c>HttpRequest</c> and return <c>IResult</c>. Middleware registered before this call does not see the request.
    /// </summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Composition.UseWeb();
        return builder;
    }
}
