using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.Functions.Audit;

public static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<HeadsArchive>();
        services.AddSingleton<HeadsExport>();
        services.AddSingleton<AuditVerification>();
        return services;
    }
}
