using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Evidence.Examination;

namespace TitleCertification.Functions.Evidence;

/// <summary>What evidence is made of.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.AddSingleton<VirusScanner>();
        services.AddHostedService<ScannerAtStart>();
        services.AddSingleton<Examiner>();
        services.AddSingleton<EvidenceTable>();
        services.AddSingleton<EvidenceBlobs>();
        services.AddSingleton<EvidenceFolders>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<CaseEvidence>();
        services.AddSingleton<EvidenceCleaner>();
        return services;
    }
}
