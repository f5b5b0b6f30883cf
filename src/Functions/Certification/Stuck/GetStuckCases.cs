using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Certification.Stuck;

/// <summary>The cases of the asker's area that do not go on by themselves, as of the last sweep.</summary>
public sealed class GetStuckCases(StuckList list, WhoAsks whoAsks)
{
    private const int PageLength = 100;

    [Function(nameof(GetStuckCases))]
    [Policy(Access.Staff, Role.Administrator, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stuck")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (whoAsks.Staff(request) is not { } person)
            return Problems.From(Problems.SignInNeeded);
        DossierNumber? after = DossierNumber.TryParse(request.Query["after"], out var parsed) ? parsed : null;
        var part = await list.ReadAsync(person, after, PageLength, cancellationToken);
        return Results.Json(new StuckView([.. part.Items.Select(StuckItem.Of)], part.Next), Json.Options);
    }
}

public sealed record StuckView(IReadOnlyList<StuckItem> Items, DossierNumber? Next);

public sealed record StuckItem(DossierNumber Dossier, string Unit, StuckReason Reason, LocalText Sentence, DateTimeOffset Since, string? Detail)
{
    public static StuckItem Of(StuckCase stuck) => new(stuck.Dossier, stuck.Place.Unit, stuck.Reason, stuck.Reason.Sentence(), stuck.Since, stuck.Detail);
}
