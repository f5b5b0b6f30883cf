using System.Diagnostics;
using TitleCertification.Functions.Certificates;
using static TitleCertification.Functions.Tests.Certificates.Printed;

namespace TitleCertification.Functions.Tests.Certificates;

/// <summary>What programs of other people make of a certificate: Poppler reads and draws it, ZBar scans it, qpdf checks it.</summary>
public sealed class CertificateToolsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificate");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Render_ReadByPoppler_HasNameAndRegisterNumberWhole()
    {
        var text = Run("pdftotext", "poppler-utils", Written(), "-");

        Assert.Contains("Trường Trung học cơ sở Nghĩa Hưng", text, StringComparison.Ordinal);
        Assert.Contains("DVHT-14215-2024-00042", text, StringComparison.Ordinal);
        Assert.Contains("GIẤY CHỨNG NHẬN", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://hoctap.example.vn/kiem-tra/DVHT-14215-2024-00042?k=7Q2M9XKD")]
    [InlineData("https://a.vn/1")]
    [InlineData("https://xac-minh.danh-hieu-hoc-tap.tinh-nam-dinh.example.gov.vn/vi/giay-chung-nhan/kiem-tra/CDHTCX-14215-2024-000000000042?khoa=0123456789ABCDEF")]
    public void Render_ScannedFromPaperAt150Dpi_GivesTheAddress(string address)
    {
        var pdf = Written(new Uri(address));
        Run("pdftoppm", "poppler-utils", "-r", "150", "-png", "-singlefile", pdf, Path.ChangeExtension(pdf, null));

        var found = Run("zbarimg", "zbar-tools", "--quiet", "--raw", Path.ChangeExtension(pdf, "png"));

        Assert.Equal(address, found.Trim());
    }

    [Fact]
    public void Render_CheckedByQpdf_IsSound() => Run("qpdf", "qpdf", "--check", Written());

    private string Written(Uri? address = null)
    {
        var path = Path.Combine(folder.FullName, "certificate.pdf");
        File.WriteAllBytes(path, new CertificateRenderer().Render(Content with { VerificationAddress = address ?? Content.VerificationAddress }));
        return path;
    }

    private static string Run(string program, string package, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"This test needs {program}: apt-get install {package}.");
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors.Result}{output}");
            return output;
        }
    }
}
