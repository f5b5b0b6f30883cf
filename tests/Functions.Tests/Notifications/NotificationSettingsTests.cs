using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Notifications;

namespace TitleCertification.Functions.Tests.Notifications;

public class NotificationSettingsTests
{
    private static readonly (string, string)[] Mail = [("Smtp:Host", "mail.example.vn"), ("Smtp:From", "Hội Khuyến học <noreply@example.vn>")];
    private static readonly (string, string)[] Gateway = [("Sms:Webhook", "https://sms.example.vn/send"), ("Sms:Key", "0123456789abcdef")];

    [Fact]
    public void Load_Nothing_SendsNothingAndShowsNothing() => Assert.Equal(new(null, null, false), Load());

    [Fact]
    public void Load_MailServer_IsEncryptedUnlessSaidOtherwise()
    {
        var smtp = Load(Mail).Smtp!;

        Assert.Equal((SmtpTls.StartTls, 587, (string?)null), (smtp.Tls, smtp.Port, smtp.Certificate));
        Assert.Equal(465, Load([.. Mail, ("Smtp:Tls", "implicit")]).Smtp!.Port);
        Assert.Equal(new string('a', 64), Load([.. Mail, ("Smtp:Certificate", string.Join(':', Enumerable.Repeat("AA", 32)))]).Smtp!.Certificate);
    }

    [Theory]
    [InlineData("Smtp:Tls", "ssl", "Smtp__Tls")]
    [InlineData("Smtp:Tls", "7", "Smtp__Tls")]
    [InlineData("Smtp:Port", "70000", "Smtp__Port")]
    [InlineData("Smtp:From", "nobody", "Smtp__From")]
    [InlineData("Smtp:Certificate", "abc", "Smtp__Certificate")]
    [InlineData("Sms:Webhook", "http://sms.example.vn/send", "Sms__Webhook")]
    [InlineData("Sms:Key", "short", "Sms__Key")]
    [InlineData("Sms:Segments", "0", "Sms__Segments")]
    [InlineData("Sms:Text", "latin", "Sms__Text")]
    [InlineData("Mailbox", "remote", "Mailbox")]
    public void Load_WrongValue_NamesTheSetting(string name, string value, string named) =>
        Assert.Contains(named, Assert.Throws<SettingException>(() => Load([.. Mail, .. Gateway, (name, value)])).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_PasswordOverAnOpenConnection_IsRefused() =>
        Assert.Throws<SettingException>(() => Load([.. Mail, ("Smtp:Tls", "none"), ("Smtp:User", "hoctap"), ("Smtp:Password", "secret")]));

    /// <summary>The mailbox shows every message to everybody: it is there on one machine that sends none, and nowhere else.</summary>
    [Fact]
    public void Load_MailboxWhereMessagesGoOutOrOnAzure_IsRefused()
    {
        Assert.True(Load(("Mailbox", "local")).LocalMailbox);
        Assert.Throws<SettingException>(() => Load([.. Mail, ("Mailbox", "local")]));
        Assert.Throws<SettingException>(() => Load([.. Gateway, ("Mailbox", "local")]));
        Assert.Throws<SettingException>(() => Load(("Mailbox", "local"), ("WEBSITE_SITE_NAME", "title-certification")));
    }

    /// <summary>Of a setting given twice the last counts.</summary>
    private static NotificationSettings Load(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
            configuration[name] = value;
        return NotificationSettings.Load(configuration);
    }
}
