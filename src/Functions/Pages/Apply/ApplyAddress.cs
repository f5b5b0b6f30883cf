using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyAddress(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyAddress))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/address")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<WordsPage, WordsModel>(request, new(
                "/apply/address", path.Before(draft, "/apply/address"), new("Địa chỉ", "Address"),
                new("Số nhà, đường hoặc thôn, xóm; xã, huyện, tỉnh. In trên giấy chứng nhận.", "House, street or hamlet; commune, district, province. It is printed on the certificate."),
                [new("address", new("Địa chỉ", "Address"), null, form?.Text("address") ?? draft.HolderAddress ?? draft.AddressBefore ?? path.Units.PathName(path.UnitOf(draft)), null)], errors), status),
            (draft, form) =>
            {
                var (address, errors) = DraftText.Printed(form, "address");
                return (draft with { HolderAddress = address }, errors);
            },
            cancellationToken);
}
