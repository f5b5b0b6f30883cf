using Microsoft.Extensions.Configuration;
using MimeKit;

namespace TitleCertification.Functions.Notifications;

/// <summary>How messages leave the service. Without any of it they are kept, and listed as not sent.</summary>
/// <param name="LocalMailbox">Nothing leaves: messages are shown on a page. For one machine only.</param>
public sealed record NotificationSettings(SmtpSettings? Smtp, SmsSettings? Sms, bool LocalMailbox)
{
    /// <exception cref="SettingException">A setting is missing or is not what it should be.</exception>
    public static NotificationSettings Load(IConfiguration configuration)
    {
        var settings = new NotificationSettings(SmtpSettings.Load(configuration.GetSection("Smtp")), SmsSettings.Load(configuration.GetSection("Sms")), Mailbox(configuration));
        return settings is { LocalMailbox: true, Smtp: null, Sms: null } or { LocalMailbox: false }
            ? settings
            : throw new SettingException("Mailbox is 'local' while Smtp__Host or Sms__Webhook is set: messages go out, or they are shown to everybody, but not both.");
    }

    private static bool Mailbox(IConfiguration configuration)
    {
        if (configuration["Mailbox"] is not { Length: > 0 } mailbox)
            return false;
        if (mailbox != "local")
            throw new SettingException($"Mailbox is '{mailbox}'; it is 'local' or not set.");
        // Azure sets this for every app. Whoever finds the page there would read other people's messages.
        return configuration["WEBSITE_SITE_NAME"] is null or ""
            ? true
            : throw new SettingException("Mailbox is 'local'; that is for trying the service on one machine, and shows every message to everybody.");
    }
}

/// <param name="User">Null: no sign-in.</param>
/// <param name="Certificate">SHA-256 of the only certificate that is accepted, for a server whose certificate no known authority has signed; null: the usual authorities decide.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, SmtpTls Tls, MailboxAddress From, string? Certificate = null)
{
    internal static SmtpSettings? Load(IConfigurationSection section)
    {
        if (section["Host"] is not { Length: > 0 } host)
            return null;
        if (!Enum.TryParse<SmtpTls>(section["Tls"] is { Length: > 0 } given ? given : nameof(SmtpTls.StartTls), ignoreCase: true, out var tls) || !Enum.IsDefined(tls))
            throw new SettingException($"Smtp__Tls is '{section["Tls"]}'; it is starttls, implicit or none.");
        var port = tls is SmtpTls.Implicit ? 465 : 587;
        if (section["Port"] is { Length: > 0 } text && !(int.TryParse(text, out port) && port is > 0 and < 65536))
            throw new SettingException($"Smtp__Port is '{text}'; it is a number from 1 to 65535.");
        if (!LetterBox.TryParse(section["From"], out var from))
            throw new SettingException($"Smtp__From is '{section["From"]}'; it must be the address that messages come from, such as \"Hội Khuyến học <hoctap@example.gov.vn>\".");
        var user = section["User"] is { Length: > 0 } name ? name : null;
        if (user is not null && tls is SmtpTls.None && host is not ("localhost" or "127.0.0.1" or "::1"))
            throw new SettingException("Smtp__Tls is none while Smtp__User is set: a password is not sent over a connection that everybody can read.");
        var certificate = section["Certificate"]?.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant() is { Length: > 0 } print ? print : null;
        if (certificate is not null && !(certificate.Length == 64 && certificate.All(char.IsAsciiHexDigit)))
            throw new SettingException($"Smtp__Certificate is '{section["Certificate"]}'; it is the SHA-256 of the server's certificate, 64 hexadecimal digits.");
        return new(host, port, user, section["Password"], tls, from, certificate);
    }
}

public enum SmtpTls
{
    StartTls,
    Implicit,
    None,
}

/// <param name="Key">Signs every request.</param>
/// <param name="Segments">At most so many segments a message.</param>
/// <param name="Folded">Without diacritics, for gateways that do not take Unicode.</param>
public sealed record SmsSettings(Uri Webhook, string Key, int Segments, bool Folded)
{
    public const int UsualSegments = 3;

    internal static SmsSettings? Load(IConfigurationSection section)
    {
        if (section["Webhook"] is not { Length: > 0 } address)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var webhook) || !(webhook.Scheme == Uri.UriSchemeHttps || (webhook.Scheme == Uri.UriSchemeHttp && webhook.IsLoopback)))
            throw new SettingException($"Sms__Webhook is '{address}'; it must be the https address of the gateway.");
        if (section["Key"] is not { Length: >= 16 } key)
            throw new SettingException("Sms__Key must have 16 characters or more: the gateway knows our requests by it.");
        var segments = UsualSegments;
        if (section["Segments"] is { Length: > 0 } text && !(int.TryParse(text, out segments) && segments is >= 1 and <= 10))
            throw new SettingException($"Sms__Segments is '{text}'; it is a number from 1 to 10.");
        return section["Text"] switch
        {
            null or "" or "unicode" => new(webhook, key, segments, Folded: false),
            "folded" => new(webhook, key, segments, Folded: true),
            var other => throw new SettingException($"Sms__Text is '{other}'; it is unicode or folded."),
        };
    }
}
