using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using TitleCertification.Functions.Notifications;
using TitleCertification.Testing.Providers;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>The real mail client and a server that speaks TLS: what it may trust, and what must never be said in the open.</summary>
public sealed class SmtpTlsTests : IDisposable
{
    private readonly X509Certificate2 own = SelfSigned();
    private readonly X509Certificate2 other = SelfSigned();

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    [Theory]
    [InlineData(SmtpTls.StartTls)]
    [InlineData(SmtpTls.Implicit)]
    public async Task Send_ToTheServerWhoseCertificateIsSet_SaysNothingOfWeightInTheOpen(SmtpTls tls)
    {
        await using var server = Server(tls);

        Assert.Equal([new SendResult.Sent(), new SendResult.Sent()], await Sender(server, tls, own).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2)));

        Assert.Equal(2, server.Accepted.Count);
        Assert.All(server.InTheOpen, line => Assert.True(line.StartsWith("EHLO", StringComparison.Ordinal) || line == "STARTTLS", line));
    }

    [Theory]
    [InlineData(SmtpTls.StartTls)]
    [InlineData(SmtpTls.Implicit)]
    public async Task Send_ToAServerNobodyVouchesFor_GivesItNothing(SmtpTls tls)
    {
        await using var server = Server(tls);

        Assert.Equal([new SendResult.Temporary(FailureReason.TlsRefused)], await Sender(server, tls, null).AllAsync(Outgoing.Letter()));

        Assert.Empty(server.Accepted);
        Assert.DoesNotContain(server.InTheOpen, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_ToAnotherCertificateThanTheOneSet_GivesItNothing()
    {
        await using var server = Server(SmtpTls.StartTls);

        Assert.Equal([new SendResult.Temporary(FailureReason.TlsRefused)], await Sender(server, SmtpTls.StartTls, other).AllAsync(Outgoing.Letter()));
        Assert.Empty(server.Accepted);
    }

    private FakeSmtp Server(SmtpTls tls) => new() { Certificate = own, FromTheFirstByte = tls is SmtpTls.Implicit };

    private static SmtpSender Sender(FakeSmtp server, SmtpTls tls, X509Certificate2? trusted) => new(
        new("127.0.0.1", server.Port, "hoctap", "secret", tls, new MailboxAddress("Hội Khuyến học", "noreply@example.vn"), trusted?.GetCertHashString(HashAlgorithmName.SHA256)),
        "title-certification.example", TimeProvider.System);

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.example.vn", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
