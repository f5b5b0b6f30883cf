using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Audit;

/// <summary>The command <c>./run --verify-audit</c>: nothing is served and nothing written; the exit code says whether all is well.</summary>
public static class VerifyAudit
{
    private const int Well = 0;
    private const int Broken = 1;
    private const int CannotSay = 2;

    public static bool IsAsked(IConfiguration configuration) => configuration.GetValue<bool>(nameof(VerifyAudit));

    public static async Task<int> RunAsync(IHost host, IConfiguration configuration, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(output);
        using (host)
        {
            var english = configuration["Language"] == "en";
            try
            {
                await PreparedStorage.WaitAsync(host.Services);
                var report = await host.Services.GetRequiredService<AuditVerification>().RunAsync(
                    await host.Services.GetRequiredService<DossierTable>().AgenciesAsync(CancellationToken.None), Copies(configuration["AuditCopies"]), CancellationToken.None);
                foreach (var line in AuditSentences.Of(report))
                    await output.WriteLineAsync(english ? line.En : line.Vi);
                return report.AllIsWell ? Well : Broken;
            }
            catch (Exception e) when (e is StorageUnavailableException or IOException or UnauthorizedAccessException)
            {
                await output.WriteLineAsync(e.Message);
                return CannotSay;
            }
        }
    }

    private static Dictionary<DateOnly, ReadOnlyMemory<byte>> Copies(string? folder) => string.IsNullOrEmpty(folder) ? [] : Directory.GetFiles(folder)
        .Where(file => HeadsArchive.DayOf(Path.GetFileName(file)) is not null)
        .ToDictionary(file => HeadsArchive.DayOf(Path.GetFileName(file))!.Value, file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file));
}
