using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certificates;

/// <summary>The PDF. When the applicant himself fetches it, the result has been returned to him (national status 10).</summary>
public sealed class DownloadCertificate(CaseAccess access, WhoAsks whoAsks, ApplicationTable applications, DossierTable dossiers, IBlobs blobs)
{
    [Function(nameof(DownloadCertificate))]
    [Policy(Access.ApplicantOrStaff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/certificate")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        if (state is null)
            return problem!;
        if (state.Certificate is not { } certificate || await blobs.ReadAsync(ContainerNames.Certificates, CertificateBlob.NameOf(certificate.Number), cancellationToken) is not { } blob)
            return Problems.From(Problems.NoCertificate);

        if (state.Status is ApplicationStatus.Certified && whoAsks.IsApplicant(request, state))
        {
            await dossiers.ReopenedForAsync(state.Dossier, cancellationToken);
            await applications.ExecuteAsync(state.Dossier, current => Processing.Deliver(current, "applicant"), Actor.Applicant, cancellationToken);
        }

        request.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(blob.Content, "application/pdf", $"{certificate.Number}.pdf");
    }
}
