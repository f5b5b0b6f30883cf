using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Identity.Sessions;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Identity;

/// <summary>How people sign in, and where it stands what they may do.</summary>
internal static class IdentityRegistration
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SignInOptions.Read(configuration));
        services.AddSingleton<IdentityProvider>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<CodeFlow>();
        services.AddSingleton<Site>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<WhoAsks>();
        services.AddSingleton<PeopleTable>();
        services.AddSingleton<StaffNames>();
        services.AddSingleton<PeopleCommands>();
        services.AddHostedService<FirstAdministrator>();
        services.AddHostedService<SamplePeople>();
        services.AddDataProtection().SetApplicationName("TitleCertification");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeyRing(provider.GetRequiredService<IBlobs>())));
        return services;
    }
}
