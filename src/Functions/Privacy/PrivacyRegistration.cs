using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.Privacy;

public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<CertificateEraser>();
        services.AddSingleton<PersonalDataExport>();
        services.AddSingleton<ConsentWithdrawal>();
        services.AddSingleton<CaseEraser>();
        services.AddSingleton<Retention>();
        return services;
    }
}
