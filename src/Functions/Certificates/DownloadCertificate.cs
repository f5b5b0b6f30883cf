using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Certificates;

/// <summary>The PDF, for the applicant and for staff of the area.</summary>
public sealed class DownloadCertificate(CaseAccess access, CertificateDelivery delivery)
{
    [Function(nameof(DownloadCertificate))]
    [Policy(Access.ApplicantOrStaff)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{dossier}/certificate")] HttpRequest request,
        string dossier, CancellationToken cancellationToken)
    {
        var (state, problem) = await access.OpenAsync(request, dossier, cancellationToken);
        return state is null
            ? problem!
            : await delivery.DeliverAsync(request, state, access.IsApplicant(request, state) ? access.ActorFor(request, state) : null, cancellationToken) ?? Problems.From(Problems.NoCertificate);
    }
}
