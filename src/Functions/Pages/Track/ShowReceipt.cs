using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>The receipt, on screen and for the printer, as often as the applicant wants it.</summary>
public sealed class ShowReceipt(PageWriter pages, OwnCase own, Rules rules)
{
    [Function(nameof(ShowReceipt))]
    [Policy(Access.Applicant)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "track/receipt")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (state, elsewhere) = await own.OpenAsync(request, cancellationToken);
        if (state is null)
            return elsewhere!;
        var address = new Uri(rules.PublicBaseUrl, "/track").ToString();
        return pages.Show<ReceiptPage, ReceiptModel>(
            request, new(CaseModels.Summary(state, rules), address, QrPicture.Of(address), JustFiled: request.Query.ContainsKey("filed")));
    }
}
