using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Deliveries;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>The messages that were not sent, for an administrator: why, when they are tried again, and to send them again or give them up.</summary>
public sealed class ManageDeliveries(PageWriter pages, PageForms forms, UndeliveredTable undelivered, WhoAsks whoAsks, CaseAccess access, Rules rules)
{
    private const int Shown = 50;
    private const string Address = "/manage/deliveries";

    [Function(nameof(ManageDeliveries))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/deliveries")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        if (!HttpMethods.IsPost(request.Method))
            return await ShowAsync(request, person, FieldErrors.None, cancellationToken);

        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var (gaveUp, ids) = (form.Text("do") == "give-up", (IReadOnlyList<string>)[.. form["id"].OfType<string>().Take(2 * Shown)]);
        if (form.Text("do") == "retry-all")
            ids = await ShownAsync(request, person, cancellationToken);
        if (ids.Count == 0)
            return await ShowAsync(request, person, FieldErrors.Of("id", DeliveriesText.NothingChosen), cancellationToken);

        var changed = 0;
        foreach (var id in ids)
        {
            var outcome = gaveUp
                ? await undelivered.GiveUpAsync(id, person.Id, Bar, cancellationToken)
                : await undelivered.RetryAsync(id, Bar, cancellationToken);
            changed += outcome is UndeliveredOutcome.Done ? 1 : 0;
        }

        return See.Other(string.Create(CultureInfo.InvariantCulture, $"{Address}?{(gaveUp ? "given-up" : "again")}={changed}&skipped={ids.Count - changed}"));

        Task<UndeliveredOutcome?> Bar(Delivery delivery) => UndeliveredAnswers.BarAsync(access, person, delivery, cancellationToken);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, Actor person, FieldErrors errors, CancellationToken cancellationToken)
    {
        var (after, failed, retrying) = await ReadAsync(request, person, cancellationToken);
        var model = new DeliveriesModel([.. failed.Items.Select(Model)], [.. retrying.Select(Model)], after, failed.Next, Done(request), errors);
        return pages.Show<DeliveriesPage, DeliveriesModel>(request, model, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IReadOnlyList<string>> ShownAsync(HttpRequest request, Actor person, CancellationToken cancellationToken)
    {
        var (_, failed, retrying) = await ReadAsync(request, person, cancellationToken);
        return [.. failed.Items.Concat(retrying).Select(item => item.Delivery.Id)];
    }

    private async Task<(string? After, UndeliveredPage Failed, IReadOnlyList<Undelivered> Retrying)> ReadAsync(HttpRequest request, Actor person, CancellationToken cancellationToken)
    {
        var after = UndeliveredPage.IsNext(request.Query["after"].ToString()) ? request.Query["after"].ToString() : null;
        var failed = await undelivered.ReadFailedAsync(Mine(person), after, Shown, cancellationToken);
        // Beside the first page: what is tried again by itself is there to be seen, not to be gone through.
        var retrying = after is null ? (await undelivered.ReadRetryingAsync(Mine(person), null, Shown, cancellationToken)).Items : [];
        return (after, failed with { Items = await SeenAsync(failed.Items) }, await SeenAsync(retrying));

        Task<IReadOnlyList<Undelivered>> SeenAsync(IReadOnlyList<Undelivered> items) => access.WithoutConflictsAsync(person, items, item => item.Dossiers, cancellationToken);
    }

    private Func<Place, bool> Mine(Actor person) => place => access.Administers(person, place);

    private DeliveryModel Model(Undelivered item)
    {
        var (delivery, setback) = (item.Delivery, item.Delivery.Setback!);
        return new(
            delivery.Id, delivery.Dossier?.ToString(), NoticeHeadlines.Of(delivery.Notice.Kind), To(delivery), NameOf(delivery.Place.Unit, delivery.Place.At),
            setback.Reason.Sentence(), setback.Status, delivery.Attempts, setback.At, item.NextAttemptAt);
    }

    private LocalText To(Delivery delivery)
    {
        if (delivery.Notice.To.IsApplicant)
            return DeliveriesText.Applicant;
        var office = NameOf(delivery.Notice.To.Unit!, delivery.Notice.At);
        return delivery.Notice.To.Role is Role.Administrator
            ? new($"{office}: quản trị viên", $"{office}: administrators")
            : new($"{office}: nơi xét hồ sơ", $"{office}: reviewers");
    }

    private string NameOf(string unit, DateTimeOffset at) => rules.Units.Nearest(unit, rules.MapDay(at))?.FullName ?? unit;

    private static DeliveriesDone? Done(HttpRequest request)
    {
        var gaveUp = request.Query.ContainsKey("given-up");
        return int.TryParse(request.Query[gaveUp ? "given-up" : "again"], out var changed) && int.TryParse(request.Query["skipped"], out var skipped)
            ? new(gaveUp, changed, skipped)
            : null;
    }
}
