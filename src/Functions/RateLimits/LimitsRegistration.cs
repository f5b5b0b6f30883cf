using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.RateLimits;

public static class LimitsRegistration
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<FrontEnds>();
        services.AddSingleton<ClientAddress>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<LimitBeginnings>();
        services.AddSingleton<ProofAttempts>();
        services.AddHostedService<LimitsAtStart>();
        return services;
    }

    /// <summary>A setting that is wrong stops the start and not the first request.</summary>
    private sealed class LimitsAtStart(ClientAddress address, RequestLimits limits) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = (address, limits);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
