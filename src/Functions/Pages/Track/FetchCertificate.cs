using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>The certificate for its applicant, who has shown the proof on an earlier page.</summary>
public sealed class FetchCertificate(OwnCase own, CertificateDelivery delivery)
{
    [Function(nameof(FetchCertificate))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/certificate")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        return state is null ? elsewhere! : await delivery.DeliverAsync(request, state, own.ActorFor(request, state), cancellationToken) ?? Problems.From(Problems.NoCertificate);
    }
}
