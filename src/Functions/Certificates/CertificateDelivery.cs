using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certificates;

/// <summary>Hands out the PDF. When the applicant himself fetches it, the result has been returned to him (national status 10).</summary>
public sealed class CertificateDelivery(ApplicationTable applications, DossierTable dossiers, IBlobs blobs)
{
    /// <param name="fetching">Who fetches it as the applicant, or for him; null for whoever only looks.</param>
    /// <returns>Null while there is no certificate.</returns>
    public async Task<IResult?> DeliverAsync(HttpRequest request, Application state, Actor? fetching, CancellationToken cancellationToken)
    {
        if (state.Certificate is not { } certificate || await blobs.ReadAsync(ContainerNames.Certificates, CertificateBlob.NameOf(certificate.Number), cancellationToken) is not { } blob)
            return null;
        if (state.Status is ApplicationStatus.Certified && fetching is not null)
        {
            await dossiers.ReopenedForAsync(state.Dossier, cancellationToken);
            await applications.ExecuteAsync(state.Dossier, current => Processing.Deliver(current, "applicant"), fetching, cancellationToken);
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(blob.Content, "application/pdf", $"{certificate.Number}.pdf");
    }
}
