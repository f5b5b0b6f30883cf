using TitleCertification.Domain.Certificates;

namespace TitleCertification.Functions.Certificates;

public static class CertificateBlob
{
    /// <summary>The name of the first and, until a correction of the certificate is issued, only version.</summary>
    public static string NameOf(RegisterNumber number) => $"{number.Year}/{number}/v1.pdf";
}
