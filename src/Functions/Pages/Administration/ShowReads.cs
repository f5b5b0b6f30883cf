using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>Who of the staff has seen what is personal: of a case, or of a day.</summary>
public sealed class ShowReads(PageWriter pages, ReadList reads, PeopleTable people, WhoAsks whoAsks, TimeProvider clock)
{
    [Function(nameof(ShowReads))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "manage/reads")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        string Given(string name) => request.Query[name].ToString().Trim() is { Length: <= 200 } value ? value : "";
        var errors = new List<FieldError>();
        var (dossierText, dayText) = (Given("dossier"), Given("day"));
        var day = AdministrationErrors.Day(dayText, "day", errors);
        DossierNumber? dossier = DossierNumber.TryParse(dossierText, out var number) ? number : null;
        if (dossierText.Length > 0 && dossier is null)
            errors.Add(new("dossier", AdministrationErrors.UnknownDossier));
        var page = errors.Count > 0 ? new([], null) : await reads.ReadAsync(asker, dossier, day, null, Given("after") is { Length: > 0 } after ? after : null, cancellationToken);
        var shown = dossier is null && day is null ? TypedDay.Write(VietnamTime.DayOf(clock.GetUtcNow())) : dayText;
        return pages.Show<ReadsPage, ReadsModel>(request, new(dossierText, shown, await RowsAsync(page, cancellationToken), page.Next, new(errors)));
    }

    private async Task<IReadOnlyList<ReadRow>> RowsAsync(ReadPage page, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        foreach (var id in page.Reads.Select(read => read.Person).Distinct())
            names[id] = (await people.FindAsync(PeopleTable.KeyOf(id), cancellationToken)).Person?.Name ?? id;
        return [.. page.Reads.Select(read => new ReadRow(VietnamTime.At(read.At), names[read.Person], read.Dossier, read.Listed is not null, read.What))];
    }
}
