using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>Who has seen what: of one case, or of one day (today where none is named) and, if wanted, one person. Of the asker's own area only.</summary>
public sealed class GetReads(ReadList reads, WhoAsks whoAsks)
{
    [Function(nameof(GetReads))]
    [Policy(Access.Staff, Role.Auditor, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/reads")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } asker)
            return Problems.From(Problems.SignInNeeded);
        var dossier = default(DossierNumber?);
        if (Given(request, "dossier") is { } given)
        {
            if (!DossierNumber.TryParse(given, out var number))
                return Problems.From(Problems.UnknownDossier);
            dossier = number;
        }

        var person = Given(request, "person");
        if (person is not null && !PeopleTable.IsKey(person))
            return Problems.From(Problems.UnknownPerson);
        var day = DateOnly.TryParseExact(Given(request, "day"), "yyyy-MM-dd", out var parsed) ? parsed : (DateOnly?)null;
        return Results.Json(await reads.ReadAsync(asker, dossier, day, person, Given(request, "after"), cancellationToken), Json.Options);
    }

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 and <= 200 } value ? value : null;
}
