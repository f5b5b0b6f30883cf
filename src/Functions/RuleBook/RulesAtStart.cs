using Microsoft.Extensions.Hosting;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Asks for what is read from files, so that what is wrong with them stops the start and not the first applicant.</summary>
internal sealed class RulesAtStart(Rules rules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = rules;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
