using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Notifications;
using TitleCertification.Testing.Providers;

namespace TitleCertification.Functions.Tests.Notifications;

public class WebhookSenderTests
{
    private const string Key = "0123456789abcdef";
    private static readonly SendResult Sent = new SendResult.Sent();

    [Fact]
    public async Task Send_Message_CarriesTextKeyAndSignature()
    {
        await using var gateway = await FakeGateway.StartAsync();

        Assert.Equal([Sent], await Sender(gateway.Address).AllAsync(Outgoing.Sms()));

        var request = Assert.Single(gateway.Requests);
        Assert.Equal("H40.361-260302-0001.2.applicant", request.Key);
        var body = JsonNode.Parse(request.Body)!;
        Assert.Equal(("+84912345678", Outgoing.Text.Sms, "vi", "Received", request.Key),
            ((string)body["to"]!, (string)body["text"]!, (string)body["language"]!, (string)body["kind"]!, (string)body["id"]!));
        // As the gateway checks it (docs/api.md).
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{request.Timestamp}.{request.Body}").AsSpan());
        Assert.Equal("sha256=" + Convert.ToHexStringLower(expected), request.Signature);
        Assert.InRange(long.Parse(request.Timestamp, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Send_Folded_HasNoDiacritics()
    {
        await using var gateway = await FakeGateway.StartAsync();
        await Sender(gateway.Address, folded: true).AllAsync(Outgoing.Sms());

        Assert.Equal("Ho so da duoc tiep nhan \"...\"", (string)JsonNode.Parse(Assert.Single(gateway.Requests).Body)!["text"]!);
    }

    public static TheoryData<int, string?, SendResult> Answers => new()
    {
        { 202, null, new SendResult.Sent() },
        { 429, "90", new SendResult.Temporary(FailureReason.Rejected, 429, TimeSpan.FromSeconds(90)) },
        { 408, null, new SendResult.Temporary(FailureReason.Rejected, 408) },
        { 500, null, new SendResult.Temporary(FailureReason.Rejected, 500) },
        { 503, null, new SendResult.Temporary(FailureReason.Rejected, 503) },
        { 401, null, new SendResult.Temporary(FailureReason.SignInRefused, 401) },
        { 400, null, new SendResult.Permanent(FailureReason.Rejected, 400) },
        { 422, null, new SendResult.Permanent(FailureReason.Rejected, 422) },
        { 302, null, new SendResult.Permanent(FailureReason.Rejected, 302) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Send_EveryAnswer_IsJudged(int status, string? retryAfter, SendResult expected)
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.Answer = _ => new(status, retryAfter, status == 302 ? gateway.Address.ToString() : null);

        Assert.Equal([expected], await Sender(gateway.Address).AllAsync(Outgoing.Sms()));
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task Send_ForNowThenTaken_RepeatsTheKey()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.Answer = _ => new(503);
        await Sender(gateway.Address).AllAsync(Outgoing.Sms());
        gateway.Answer = _ => new(200);
        Assert.Equal([Sent], await Sender(gateway.Address).AllAsync(Outgoing.Sms()));

        Assert.Single(gateway.Requests.Select(request => request.Key).Distinct());
    }

    [Fact]
    public async Task Send_CutAfterTheRequestWasTaken_IsTemporary()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.Answer = _ => null;

        Assert.Equal([new SendResult.Temporary(FailureReason.ConnectionLost)], await Sender(gateway.Address).AllAsync(Outgoing.Sms()));
    }

    [Fact]
    public async Task Send_NobodyThere_TriesAFewAndSparesTheOthers()
    {
        var results = await Sender(new("http://127.0.0.1:1/")).AllAsync([.. Enumerable.Range(1, 20).Select(Outgoing.Sms)]);

        Assert.Equal(20, results.Count);
        Assert.All(results, result => Assert.Equal(new SendResult.Temporary(FailureReason.Unreachable), result));
    }

    [Fact]
    public async Task Send_ManyMessages_AnswersInTheirOrder()
    {
        await using var gateway = await FakeGateway.StartAsync();
        gateway.Answer = request => new(request.Key.Contains("-0007.", StringComparison.Ordinal) ? 400 : 200);

        var results = await Sender(gateway.Address).AllAsync([.. Enumerable.Range(1, 10).Select(Outgoing.Sms)]);

        Assert.Equal(6, Assert.Single(results.Index(), result => result.Item is not SendResult.Sent).Index);
    }

    private static WebhookSender Sender(Uri address, bool folded = false) => new(WebhookSender.Client(), new(address, Key, 3, folded), TimeProvider.System);
}
