using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>Who has seen what: of one case, or of one day (today where none is named) and, if wanted, one person. Of the asker's own area only.</summary>
public sealed class GetReads(ReadLogReader log, WhoAsks whoAsks, CaseAccess access, TimeProvider clock)
{
    private const int PageLength = 200;

    [Function(nameof(GetReads))]
    [Policy(Access.Staff, Role.Auditor, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/reads")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        var (person, after) = (Given(request, "person"), Given(request, "after"));
        var day = DateOnly.TryParseExact(Given(request, "day"), "yyyy-MM-dd", out var parsed) ? parsed : (DateOnly?)null;
        ReadPage page;
        if (Given(request, "dossier") is { } dossier)
        {
            if (!DossierNumber.TryParse(dossier, out var number))
                return Problems.From(Problems.UnknownDossier);
            page = await log.OfCaseAsync(number, after, PageLength, cancellationToken);
        }
        else
        {
            page = await log.OfDayAsync(day ?? VietnamTime.DayOf(clock.GetUtcNow()), person, after, PageLength, cancellationToken);
        }

        var reads = page.Reads.Where(read => (person is null || read.Person == person) && (day is null || read.Day == day)
            && access.IsInArea(asker, read.Unit, read.At, Role.Auditor, Role.Administrator));
        return Results.Json(new ReadPage([.. reads], page.Next), Json.Options);
    }

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 and <= 200 } value ? value : null;
}
