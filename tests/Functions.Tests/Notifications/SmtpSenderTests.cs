using MimeKit;
using TitleCertification.Functions.Notifications;
using TitleCertification.Testing.Providers;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>The real mail client against a server that does everything wrong in turn.</summary>
public class SmtpSenderTests
{
    private static readonly SendResult Sent = new SendResult.Sent();

    [Fact]
    public async Task Send_Letters_ArriveWholeOverOneConnection()
    {
        await using var server = new FakeSmtp();

        Assert.Equal([Sent, Sent, Sent], await Sender(server).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2), Outgoing.Letter(3)));

        Assert.Equal(1, server.Connections);
        var letter = Read(server.Accepted.First());
        Assert.Equal("Đã tiếp nhận hồ sơ", letter.Subject);
        Assert.Equal(Outgoing.Text.Body, letter.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("school-1@example.vn", ((MailboxAddress)letter.To.Single()).Address);
        Assert.Equal(("Hội Khuyến học", "noreply@example.vn"), (letter.From.Mailboxes.Single().Name, letter.From.Mailboxes.Single().Address));
        Assert.Equal("H40.361-260302-0001.2.applicant@title-certification.example", letter.MessageId);
        Assert.Equal("auto-generated", letter.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task Send_RefusedForNow_IsTemporaryAndGoesOutNextTimeUnderTheSameId()
    {
        await using var server = new FakeSmtp { React = line => line == "." ? new("451 try again later") : null };

        Assert.Equal([new SendResult.Temporary(FailureReason.Rejected, 451)], await Sender(server).AllAsync(Outgoing.Letter()));
        server.React = _ => null;
        Assert.Equal([Sent], await Sender(server).AllAsync(Outgoing.Letter()));

        Assert.Equal("H40.361-260302-0001.2.applicant@title-certification.example", Read(Assert.Single(server.Accepted)).MessageId);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", 550)]
    [InlineData("MAIL", "552 too much", 552)]
    [InlineData(".", "554 spam", 554)]
    public async Task Send_RefusedForGood_IsPermanentAndTheOthersGoOut(string verb, string reply, int status)
    {
        var refused = 0;
        await using var server = new FakeSmtp { React = line => line.StartsWith(verb, StringComparison.Ordinal) && refused++ == 0 ? new(reply) : null };

        Assert.Equal([new SendResult.Permanent(FailureReason.Rejected, status), Sent], await Sender(server).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2)));
        Assert.Single(server.Accepted);
    }

    [Fact]
    public async Task Send_OneOfSeveralAddressesRefused_ReachesTheOthers()
    {
        await using var server = new FakeSmtp { React = line => line.Contains("wrong@", StringComparison.Ordinal) && line.StartsWith("RCPT", StringComparison.Ordinal) ? new("550 no") : null };

        Assert.Equal([Sent], await Sender(server).AllAsync(Outgoing.Letter(1, "wrong@example.vn", "right@example.vn")));
        Assert.Single(server.Accepted);
    }

    [Fact]
    public async Task Send_AllAddressesRefusedOneForNow_IsTemporary()
    {
        await using var server = new FakeSmtp
        {
            React = line => !line.StartsWith("RCPT", StringComparison.Ordinal) ? null : new(line.Contains("wrong@", StringComparison.Ordinal) ? "550 no" : "450 later"),
        };

        Assert.Equal([new SendResult.Temporary(FailureReason.Rejected, 450)], await Sender(server).AllAsync(Outgoing.Letter(1, "wrong@example.vn", "full@example.vn")));
    }

    [Fact]
    public async Task Send_CutBeforeTheLetterIsTaken_IsTemporaryAndTheNextConnectsAnew()
    {
        var cut = 0;
        await using var server = new FakeSmtp { React = line => line == "." && cut++ == 0 ? Reaction.Cut : null };

        Assert.Equal([new SendResult.Temporary(FailureReason.ConnectionLost), Sent], await Sender(server).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2)));
        Assert.Equal(2, server.Connections);
        Assert.Single(server.Accepted);
    }

    /// <summary>Nobody can know whether it was taken. It goes out again, and both carry one Message-ID.</summary>
    [Fact]
    public async Task Send_CutAfterTheLetterIsTaken_RepeatsTheSameMessageId()
    {
        var cut = 0;
        await using var server = new FakeSmtp { React = line => line == "." && cut++ == 0 ? Reaction.TakeAndCut : null };

        Assert.Equal([new SendResult.Temporary(FailureReason.ConnectionLost)], await Sender(server).AllAsync(Outgoing.Letter()));
        Assert.Equal([Sent], await Sender(server).AllAsync(Outgoing.Letter()));

        Assert.Equal(2, server.Accepted.Count);
        Assert.Single(server.Accepted.Select(letter => Read(letter).MessageId).Distinct());
    }

    [Fact]
    public async Task Send_TakenAndCutBeforeQuit_IsSent()
    {
        await using var server = new FakeSmtp { React = line => line.StartsWith("QUIT", StringComparison.Ordinal) ? Reaction.Cut : null };

        Assert.Equal([Sent], await Sender(server).AllAsync(Outgoing.Letter()));
    }

    [Fact]
    public async Task Send_TlsAskedAndNotOffered_SendsNothingInTheOpen()
    {
        await using var server = new FakeSmtp();

        Assert.Equal(
            [new SendResult.Temporary(FailureReason.TlsRefused), new SendResult.Temporary(FailureReason.TlsRefused)],
            await Sender(server, SmtpTls.StartTls).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2)));
        Assert.Empty(server.Accepted);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Send_TlsFromTheFirstByteToAServerWithoutIt_IsRefused()
    {
        await using var server = new FakeSmtp();

        Assert.Equal([new SendResult.Temporary(FailureReason.TlsRefused)], await Sender(server, SmtpTls.Implicit).AllAsync(Outgoing.Letter()));
    }

    [Fact]
    public async Task Send_SignInRefused_IsTemporary()
    {
        await using var server = new FakeSmtp { React = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? new("535 who are you") : null };

        Assert.Equal([new SendResult.Temporary(FailureReason.SignInRefused)], await Sender(server, SmtpTls.None, "hoctap").AllAsync(Outgoing.Letter()));
        Assert.Empty(server.Accepted);
    }

    [Fact]
    public async Task Send_NobodyThere_IsTemporaryForAll()
    {
        // Port 1 is nobody's.
        var gone = new SendResult.Temporary(FailureReason.Unreachable);

        Assert.Equal([gone, gone], await Sender(1, SmtpTls.None, null).AllAsync(Outgoing.Letter(1), Outgoing.Letter(2)));
    }

    [Fact]
    public async Task Send_ServerClosesForNow_IsTemporary()
    {
        await using var server = new FakeSmtp { React = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? new("421 going down") : null };

        Assert.Equal([new SendResult.Temporary(FailureReason.Rejected, 421)], await Sender(server).AllAsync(Outgoing.Letter()));
    }

    private static SmtpSender Sender(FakeSmtp server, SmtpTls tls = SmtpTls.None, string? user = null) => Sender(server.Port, tls, user);

    private static SmtpSender Sender(int port, SmtpTls tls, string? user) => new(
        new("127.0.0.1", port, user, "secret", tls, new MailboxAddress("Hội Khuyến học", "noreply@example.vn")), "title-certification.example", TimeProvider.System);

    private static MimeMessage Read(string letter)
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(letter.Replace("\n..", "\n.", StringComparison.Ordinal)));
        return MimeMessage.Load(stream);
    }
}
