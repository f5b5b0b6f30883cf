using System.Net;
using TitleCertification.Functions.Tests.Certification;

namespace TitleCertification.Functions.Tests.Certificates;

public sealed class VerifyCertificateTests
{
    [Fact]
    public async Task Verify_Certified_SaysWhatIsPrintedAndNothingElse()
    {
        await using var app = await App.StartAsync();
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        await app.ApproveAsync(dossier, "district");
        await app.ApproveAsync(dossier, "province");
        await app.UntilStatusAsync(dossier, "Certified");
        var number = (await app.GetAsync(dossier))["certificate"]!["number"]!.GetValue<string>();

        var answer = await app.Api.GetAsync($"api/certificates/{number.ToLowerInvariant()}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("valid", number, "Trường THCS Nghĩa Hưng"), (
            answer.Json["status"]!.GetValue<string>(), answer.Json["number"]!.GetValue<string>(), answer.Json["holder"]!.GetValue<string>()));
        Assert.Equal("Ủy ban nhân dân tỉnh Nam Định", answer.Json["issuingBody"]!.GetValue<string>());
        Assert.Equal("Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định", answer.Json["unit"]!.GetValue<string>());
        Assert.True(answer.Json["sample"]!.GetValue<bool>());
        Assert.All(new[] { dossier, "Nguyễn Văn An", "0912345678", "Minh chứng" }, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DVHT-36-2025-00001")]
    [InlineData("GDHT-36-2025-99999")]
    [InlineData("abc")]
    public async Task Verify_NumberThatTheRegisterDoesNotHold_IsUnknown(string number)
    {
        await using var app = await App.StartAsync();
        Assert.Equal("unknown_certificate", (await app.Api.GetAsync($"api/certificates/{number}")).Code);
    }
}
