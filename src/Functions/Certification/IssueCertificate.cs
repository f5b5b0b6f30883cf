using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certification;

/// <summary>
/// Number, certificate, record, in this order; each step finds what an earlier run has done. The number belongs to the dossier, the blob to
/// the number: however often this runs there is one certificate.
/// </summary>
public sealed class IssueCertificate(
    ApplicationTable applications, RegisterTable register, MessageTable messages, DossierTable dossiers, CertificateRenderer renderer, IBlobs blobs, Rules rules)
{
    [Function(nameof(IssueCertificate))]
    [Policy(Access.Internal)]
    public async Task<ApplicationStatus> RunAsync([ActivityTrigger] CaseAtVersion input, CancellationToken cancellationToken)
    {
        var state = await applications.ReadAsync(input.Dossier, input.Version, cancellationToken)
            ?? throw new InvalidOperationException($"{input.Dossier} is not there.");
        if (state.Status is ApplicationStatus.Approved)
            state = await IssueAsync(state, cancellationToken);
        await messages.TakeOverAsync(state, input.Told, cancellationToken);
        await dossiers.CloseAsync(input.Dossier, cancellationToken);
        return state.Status;
    }

    private async Task<Application> IssueAsync(Application approved, CancellationToken cancellationToken)
    {
        var number = await register.AllotAsync(approved, cancellationToken);
        // The day of the approval, from the record: a later run must print the same day.
        var issuedOn = VietnamTime.DayOf(approved.Stages[^1].DecidedAt!.Value);
        var stored = await StoreAsync(number, renderer.Render(CertificateText.Of(approved, number, issuedOn, rules)), cancellationToken);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stored.Span));
        var result = await applications.ExecuteAsync(
            approved.Dossier, state => Processing.Certify(state, number, issuedOn, sha256), Actor.System, cancellationToken);
        return result is CommandResult.Done done ? done.State : throw new InvalidOperationException($"{approved.Dossier} could not be certified: {result}.");
    }

    /// <returns>What is in storage: an earlier run's certificate counts, even if another version of the program would compress it differently.</returns>
    private async Task<ReadOnlyMemory<byte>> StoreAsync(RegisterNumber number, byte[] pdf, CancellationToken cancellationToken)
    {
        var name = CertificateBlob.NameOf(number);
        if (await blobs.WriteOnceAsync(ContainerNames.Certificates, name, pdf, "application/pdf", cancellationToken))
            return pdf;
        return (await blobs.ReadAsync(ContainerNames.Certificates, name, cancellationToken))?.Content
            ?? throw new InvalidOperationException($"The certificate {number} is said to be there and cannot be read.");
    }
}
