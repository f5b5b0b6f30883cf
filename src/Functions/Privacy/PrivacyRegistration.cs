using Microsoft.Extensions.DependencyInjection;

namespace TitleCertification.Functions.Privacy;

public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<CaseEraser>();
        services.AddSingleton<Retention>();
        return services;
    }
}
