using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Storage;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Testing;

internal static class FaultInjection
{
    /// <summary>Puts the faults that the environment asks for between the service and its storage.</summary>
    public static void AddFaults(this IServiceCollection services)
    {
        var faults = Faults.FromEnvironment();
        Wrap<ITables>(services, tables => new FaultyTables(tables, faults));
        Wrap<IBlobs>(services, blobs => new FaultyBlobs(blobs, faults));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T)).ImplementationFactory!;
        services.AddSingleton(provider => wrap((T)inner(provider)));
    }
}
