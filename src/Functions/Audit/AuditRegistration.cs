using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Audit.Reads;

namespace TitleCertification.Functions.Audit;

public static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<HeadsArchive>();
        services.AddSingleton<HeadsExport>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<CaseAudits>();
        services.AddSingleton<ReadLog>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadLog>());
        services.AddSingleton<ReadLogReader>();
        services.AddSingleton<ReadList>();
        return services;
    }
}
