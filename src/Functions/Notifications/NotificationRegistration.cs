using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Notifications;

public static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => NotificationSettings.Load(configuration));
        services.AddSingleton<StaffContacts>();
        services.AddSingleton<MessageTable>();
        services.AddSingleton<UndeliveredTable>();
        services.AddSingleton<MailboxTable>();
        services.AddSingleton<DigestWriter>();
        services.AddSingleton<MessageWriter>();
        services.TryAddSingleton(PostTimes.Usual);
        services.AddSingleton(Senders);
        services.AddSingleton<Post>();
        services.AddHostedService<NotificationsAtStart>();
        return services;
    }

    private static IReadOnlyDictionary<Channel, IMessageSender> Senders(IServiceProvider provider)
    {
        var (settings, clock) = (provider.GetRequiredService<NotificationSettings>(), provider.GetRequiredService<TimeProvider>());
        var senders = new Dictionary<Channel, IMessageSender>();
        if (settings.LocalMailbox)
            senders[Channel.Email] = senders[Channel.Sms] = provider.GetRequiredService<MailboxTable>();
        else
        {
            if (settings.Smtp is { } smtp)
                senders[Channel.Email] = new SmtpSender(smtp, provider.GetRequiredService<Rules>().PublicBaseUrl.Host, clock);
            if (settings.Sms is { } sms)
                senders[Channel.Sms] = new WebhookSender(WebhookSender.Client(), sms, clock);
        }

        return senders;
    }
}
