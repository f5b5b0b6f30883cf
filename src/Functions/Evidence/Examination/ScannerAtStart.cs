using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>A wrong setting stops the start; no scanner is said once, where an administrator looks.</summary>
internal sealed class ScannerAtStart(VirusScanner scanner, ILogger<VirusScanner> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!scanner.IsConfigured)
            logger.LogWarning("No virus scanner: the setting Scanner__Address is empty. Evidence is taken unscanned and marked so.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
