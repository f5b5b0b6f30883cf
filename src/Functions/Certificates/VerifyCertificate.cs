using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Certificates;

/// <summary>Whether a certificate is what it says, for whoever holds it in his hand: the API beside the page /v/{number}.</summary>
public sealed class VerifyCertificate(RegisterTable register)
{
    [Function(nameof(VerifyCertificate))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/certificates/{number}")] HttpRequest request, string number, CancellationToken cancellationToken)
    {
        _ = request;
        return RegisterNumber.TryParse(number, out var parsed) && await register.FindAsync(parsed, cancellationToken) is { Title: { } title }
            ? Results.Json(VerificationView.Of(parsed, title), Json.Options)
            : Problems.From(Problems.UnknownCertificate);
    }
}

/// <summary>What the register confirms to anybody (docs/api.md).</summary>
/// <param name="Status">"valid", or "erased" where the holder's data were: the number was given, and that is all that can be said.</param>
/// <param name="Holder">As printed; null where it was erased.</param>
/// <param name="Sample">Issued in a demonstration: without legal value.</param>
public sealed record VerificationView(
    string Number, string Status, LocalText Title, string? Holder, string Unit, int Year, LocalText? Grade, string IssuingBody, string Decision, DateOnly DecidedOn, bool Sample)
{
    public static VerificationView Of(RegisterNumber number, RegisteredTitle title) => new(
        number.ToString(), title.Holder is null ? "erased" : "valid", TitleInfo.Of(number.Title).Name, title.Holder, title.Unit, title.Year, title.Grade, title.IssuingBody, title.Decision, title.DecidedOn, title.Sample);
}
