using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>Fail-closed: no file without a verdict.</summary>
public class VirusScannerTests
{
    [Fact]
    public async Task Scan_CleanAndInfected_AreTold()
    {
        await using var clamd = new FakeClamd();
        var scanner = Examining.Scanner(clamd.Address);

        Assert.True((await Examining.AcceptAsync(Pictures.Jpeg(), scanner)).Scanned);
        Assert.Equal("evidence_infected: infected", await Examining.RefuseAsync([.. Pictures.Jpeg(), .. System.Text.Encoding.ASCII.GetBytes(FakeClamd.Eicar)], scanner));
        Assert.Equal("Eicar-Test-Signature", await scanner.ScanAsync(System.Text.Encoding.ASCII.GetBytes(FakeClamd.Eicar), CancellationToken.None));
        Assert.True(await scanner.AnswersAsync(CancellationToken.None));
        Assert.Equal(3, clamd.Scans);
    }

    [Theory]
    [InlineData("")]
    [InlineData("stream: OK")]
    [InlineData("stream: O")]
    [InlineData("OK\0")]
    [InlineData("stream: OK but not quite\0")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("\0")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    public async Task Scan_AnswerThatIsNoVerdict_IsNone(string answer)
    {
        await using var clamd = new FakeClamd { Answer = _ => answer };

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => Examining.ExamineAsync(Pictures.Jpeg(), Examining.Scanner(clamd.Address)));
    }

    [Fact]
    public async Task Scan_AnswerWithoutEnd_IsNone()
    {
        await using var clamd = new FakeClamd { Answer = _ => new string('A', 1_000_000) };

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => Examining.ExamineAsync(Pictures.Jpeg(), Examining.Scanner(clamd.Address)));
    }

    [Fact]
    public async Task Scan_Silence_EndsAfterTheLimit()
    {
        await using var clamd = new FakeClamd { Answer = _ => null };
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => Examining.ExamineAsync(Pictures.Jpeg(), Examining.Scanner(clamd.Address, "0.3")));

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0.2, 20);
    }

    [Fact]
    public async Task Scan_HangingUpOrNotThere_IsNoVerdict()
    {
        string address;
        await using (var clamd = new FakeClamd { HangsUp = true })
        {
            address = clamd.Address;
            await Assert.ThrowsAsync<ScannerUnavailableException>(() => Examining.ExamineAsync(Pictures.Jpeg(2000, 2000), Examining.Scanner(address)));
        }

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => Examining.ExamineAsync(Pictures.Jpeg(), Examining.Scanner(address)));
        Assert.False(await Examining.Scanner(address).AnswersAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("clamav", null)]
    [InlineData("clamav:0", null)]
    [InlineData(":3310", null)]
    [InlineData("clamav:3310", "soon")]
    public void New_WrongSetting_StopsTheStart(string address, string? seconds) => Assert.Throws<SettingException>(() => Examining.Scanner(address, seconds));
}
