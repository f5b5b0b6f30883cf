using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Pages.Review;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages.Mine;

namespace TitleCertification.Functions.Pages.Mine;

/// <summary>The applications of whoever has signed in; one is opened by its button, as it would be by number and digits, so that no address names it.</summary>
public sealed class ShowMine(PageWriter pages, PageForms forms, OwnApplications own, CaseCookie cookie, Rules rules)
{
    [Function(nameof(ShowMine))]
    [Policy(Access.SignedIn)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "mine")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            var (cases, next) = await own.OfAsync(request, request.Query["after"], cancellationToken);
            return pages.Show<MinePage, MineModel>(request, new([.. cases.Select(Row)], IsFirst: !request.Query.ContainsKey("after"), next?.ToString()));
        }

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        // Without digits: the page that opens it finds whose it is by who has signed in.
        cookie.Write(request, form.Text("dossier"), "");
        return See.Other("/track/case");
    }

    private MineCase Row(Application state) => new(
        state.Dossier.ToString(), TitleInfo.Of(state.Submission.Title).Name, state.Submission.Holder.Name, Status(state), DateWords.Short(VietnamTime.DayOf(state.SubmittedAt)),
        IsForOthers: state.Submission.Assistance is not null, NeedsAnswer: state.Correction is not null);

    private LocalText Status(Application state) => (state.Submission.Assistance, state.Correction) switch
    {
        (null, _) => CaseModels.Headline(state.Status),
        (_, { } correction) when DateWords.Short(correction.AnswerBy) is var day => new($"Chờ bổ sung đến hết {day.Vi}", $"To be corrected by the end of {day.En}"),
        _ => ReviewModels.StatusOf(state, rules),
    };
}
