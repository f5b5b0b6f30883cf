using Microsoft.Extensions.Hosting;

namespace TitleCertification.Functions.Identity;

/// <summary>Asks for the policies before the first request does: a function without one stops the start.</summary>
internal sealed class PoliciesAtStart(Policies policies) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = policies;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
