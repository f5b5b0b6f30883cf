using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages.Mine;

namespace TitleCertification.Functions.Pages.Mine;

/// <summary>The applications of whoever has signed in; one is opened by its button, as it would be by number and digits, so that no address names it.</summary>
public sealed class ShowMine(PageWriter pages, PageForms forms, OwnApplications own, CaseCookie cookie)
{
    [Function(nameof(ShowMine))]
    [Policy(Access.SignedIn)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "mine")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            var (cases, next) = await own.OfAsync(request, request.Query["after"], cancellationToken);
            return pages.Show<MinePage, MineModel>(request, new(
                [.. cases.Select(state => new MineCase(state.Dossier.ToString(), TitleInfo.Of(state.Submission.Title).Name, state.Submission.Holder.Name, CaseModels.Headline(state.Status), DateWords.Short(VietnamTime.DayOf(state.SubmittedAt))))],
                next?.ToString()));
        }

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        // Without digits: the page that opens it finds whose it is by who has signed in.
        cookie.Write(request, form.Text("dossier"), "");
        return See.Other("/track/case");
    }
}
