using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.Functions.Drafts;

public static class DraftsRegistration
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<DraftTable>();
        services.AddSingleton<DraftEvidence>();
        services.AddSingleton<ApplyPath>();
        services.AddSingleton<DraftAccess>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<DraftFiling>();
        return services;
    }
}
