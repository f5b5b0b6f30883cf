using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Drafts;

/// <summary>Begins an application that is not sent yet; gives the code that opens it, here and on the pages.</summary>
public sealed class BeginDraft(DraftTable drafts, DraftReader reader, ApplyPath path, LimitBeginnings limit, WhoAsks whoAsks)
{
    [Function(nameof(BeginDraft))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/drafts")] HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var (input, problem) = await request.ReadAsync<DraftBeginning>(cancellationToken);
        if (input is null)
            return problem!;
        string? officer = null;
        if (input.Assisted is true)
        {
            var person = whoAsks.Person(request);
            if (person?.Authorities.Any(authority => authority.Role is Role.CommuneOfficer) is not true)
                return Problems.From(person is null ? Problems.SignInNeeded : Problems.NoAuthority);
            officer = person.Id;
        }

        List<Fault> faults = [];
        if (!PhoneNumber.TryParse(input.Phone, out var phone))
            faults.Add(InputFaults.PhoneInvalid("/phone"));
        var content = input.Content ?? new();
        faults.AddRange(reader.Read(new("", default, "") { Officer = officer }, content).Faults.Select(fault => fault with { Pointer = $"/content{fault.Pointer}" }));
        if (faults.Count > 0)
            return Problems.From(new Refusal(RefusalCodes.InvalidInput, faults));
        if (limit.Problem(request) is { } wait)
            return wait;
        var (code, draft) = await drafts.CreateAsync(phone.ToString(), fresh => reader.Read(fresh with { Officer = officer }, content).Draft, cancellationToken);
        return Results.Json(DraftView.Of(code, draft, path), Json.Options, statusCode: StatusCodes.Status201Created);
    }
}

/// <param name="Phone">Of the representative: with the code it is the proof of whose the draft is.</param>
/// <param name="Assisted">By an officer of a commune, signed in, for somebody else.</param>
public sealed record DraftBeginning(string? Phone, bool? Assisted, DraftContent? Content);
