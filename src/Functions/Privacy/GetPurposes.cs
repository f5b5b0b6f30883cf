using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.Privacy;

/// <summary>What applicants are told and asked before they submit: the words in force today.</summary>
public sealed class GetPurposes(TimeProvider clock)
{
    [Function(nameof(GetPurposes))]
    [Policy(Access.Public)]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/privacy/purposes")] HttpRequest request)
    {
        _ = request;
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        return Results.Json(new PurposesView([.. Purpose.All.Select(purpose => PurposeView.Of(purpose, purpose.On(today)))]), Json.Options);
    }
}

public sealed record PurposesView(IReadOnlyList<PurposeView> Purposes);

public sealed record PurposeView(string Code, bool Optional, string Version, string Vi, string En, string LegalBasis)
{
    public static PurposeView Of(Purpose purpose, PurposeText text) => new(purpose.Code, purpose.IsOptional, text.Version, text.Vi, text.En, purpose.LegalBasis);
}
