using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.RuleBook;

/// <summary>
/// The command <c>./run --dry-run-rules DIR</c>: judges every stored application by another rule book and says what would change. Writes nothing; reads every case
/// once, which only a command may.
/// </summary>
public static class DryRunRules
{
    private const int Done = 0;
    private const int Wrong = 1;
    private const int CannotSay = 2;

    public static bool IsAsked(IConfiguration configuration) => !string.IsNullOrEmpty(configuration[nameof(DryRunRules)]);

    public static async Task<int> RunAsync(IHost host, IConfiguration configuration, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(output);
        using (host)
        {
            try
            {
                var other = Rules.Read(configuration[nameof(DryRunRules)]!);
                await PreparedStorage.WaitAsync(host.Services);
                var report = await JudgeAsync(host.Services, other);
                foreach (var line in DryRunSentences.Of(report))
                    await output.WriteLineAsync(configuration["Language"] == "en" ? line.En : line.Vi);
                return Done;
            }
            catch (RuleBookException e)
            {
                await output.WriteLineAsync(e.Message);
                return Wrong;
            }
            catch (Exception e) when (e is StorageUnavailableException or IOException or UnauthorizedAccessException)
            {
                await output.WriteLineAsync($"Không đọc được các hồ sơ đã lưu; chưa so sánh được.{Environment.NewLine}    The stored applications cannot be read: {e.Message}");
                return CannotSay;
            }
        }
    }

    internal static async Task<DryRunReport> JudgeAsync(IServiceProvider services, Domain.RuleBook.RuleBook other)
    {
        var (dossiers, applications, rules) = (services.GetRequiredService<DossierTable>(), services.GetRequiredService<ApplicationTable>(), services.GetRequiredService<Rules>());
        var (judged, unreadable) = (new List<(DossierNumber Dossier, Rejudgement Result)>(), 0);
        foreach (var agency in await dossiers.AgenciesAsync(CancellationToken.None))
            await foreach (var dossier in dossiers.AllottedAsync(agency, CancellationToken.None))
            {
                var state = await ReadAsync(applications, dossier);
                if (state is null)
                    unreadable++;
                else
                    judged.Add((dossier, Rejudgement.Of(state.Submission, rules.CriteriaOf(state), other)));
            }

        return new(judged, unreadable);
    }

    /// <returns>Null where there is nothing to judge: the submission broke off, or the case was erased.</returns>
    private static async Task<Application?> ReadAsync(ApplicationTable applications, DossierNumber dossier)
    {
        try
        {
            return await applications.ReadAsync(dossier, CancellationToken.None);
        }
        catch (CaseErasedException)
        {
            return null;
        }
    }
}
