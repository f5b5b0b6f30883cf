using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Certification.Stuck;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Pages;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Functions.Privacy;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions;

/// <summary>What the service is made of.</summary>
public static class Composition
{
    /// <summary>What stands around every function, outermost first. After <c>ConfigureFunctionsWebApplication</c>, so that it sees requests.</summary>
    public static void UseTitleCertification(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseMiddleware<KnowScheme>();
        builder.UseMiddleware<GuardResponses>();
        builder.UseMiddleware<AnswerPages>();
        builder.UseMiddleware<AnswerOutages>();
        builder.UseMiddleware<LimitAddresses>();
        builder.UseMiddleware<Authenticate>();
        builder.UseMiddleware<LimitPeople>();
        builder.UseMiddleware<EnforcePolicy>();
    }

    public static IServiceCollection AddTitleCertification(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<WorkerOptions>(options => options.Serializer = new JsonObjectSerializer(Json.Options));
        services.AddStorage(configuration);
        services.AddPortal();
        services.AddSingleton(provider => Rules.Load(configuration, provider.GetRequiredService<IBlobs>()));
        services.AddHostedService<RulesAtStart>();
        services.AddSingleton(_ => new Policies(Policies.Functions()));
        services.AddHostedService<PoliciesAtStart>();
        services.AddIdentity(configuration);
        services.AddSingleton<CaseAccess>();
        services.AddSingleton<ApplicationTable>();
        services.AddSingleton<DossierTable>();
        services.AddSingleton<WorkQueueTable>();
        services.AddSingleton<RegisterTable>();
        services.AddSingleton<CertificateRenderer>();
        services.AddSingleton<CertificateDelivery>();
        services.AddNotifications(configuration);
        services.AddSingleton<CaseProcess>();
        services.AddSingleton<EligibleReviewers>();
        services.AddSingleton<StuckTable>();
        services.AddSingleton<StuckReasons>();
        services.AddSingleton<StuckList>();
        services.AddSingleton<CaseCommands>();
        services.AddSingleton<OwnTable>();
        services.AddSingleton<OwnApplications>();
        services.AddSingleton<Filing>();
        services.AddSingleton<ApplicantCommands>();
        services.AddSingleton<CorrectionAnswers>();
        services.AddSingleton<ReviewCommands>();
        services.AddSingleton<Approvals>();
        services.AddSingleton<ClaimTable>();
        services.AddSingleton<CaseClaims>();
        services.AddSingleton<WaitingCases>();
        services.AddDrafts();
        services.AddLimits();
        services.AddAudit();
        services.AddPrivacy();
        services.AddEvidence();
        return services;
    }

    /// <summary>Serves until it is told to stop, or carries out the command it was started for.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunTitleCertificationAsync(this IHost host, IConfiguration configuration)
    {
        if (VerifyAudit.IsAsked(configuration))
            return await VerifyAudit.RunAsync(host, configuration, Console.Out);
        if (DryRunRules.IsAsked(configuration))
            return await DryRunRules.RunAsync(host, configuration, Console.Out);
        await host.RunAsync();
        return 0;
    }
}
