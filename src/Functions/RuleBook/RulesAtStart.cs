using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Calendar;
using TitleCertification.Storage;

namespace TitleCertification.Functions.RuleBook;

/// <summary>
/// Asks for what is read from files, so that what is wrong with them stops the start and not the first applicant; and stores the edition of the rule book, so
/// that no applicant waits for it. Where storage does not answer now, the first submission tries again.
/// </summary>
internal sealed class RulesAtStart(Rules rules, TimeProvider clock, ILogger<RulesAtStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (RuleBookSentences.MissingYear(rules.Current, VietnamTime.DayOf(clock.GetUtcNow())) is { } missing)
            logger.LogWarning("{Sentence}", missing.En);
        try
        {
            await rules.KeepAsync(cancellationToken);
        }
        catch (StorageUnavailableException e)
        {
            logger.LogWarning(e, "The rule book {Version} could not be stored yet; nothing is taken before it is.", rules.Current.Version);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
