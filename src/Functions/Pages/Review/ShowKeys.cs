using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>Says which keys do what, and switches them off and on.</summary>
public sealed class ShowKeys(PageWriter pages, PageForms forms)
{
    [Function(nameof(ShowKeys))]
    [Policy(Access.Staff)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "review/keys")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return pages.Show<KeysPage, KeysModel>(request, new(KeysCookie.AreOn(request)));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        KeysCookie.Write(request, form.Text("keys") != "off");
        return See.Other("/review/keys");
    }
}
