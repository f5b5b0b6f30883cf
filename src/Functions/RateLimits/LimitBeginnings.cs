using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Identity;

namespace TitleCertification.Functions.RateLimits;

/// <summary>Asked where something is begun that stays: an application, a draft, a folder of evidence. Whoever has signed in has a count of his own, whatever office he shares an address with.</summary>
public sealed class LimitBeginnings(RequestLimits limits, ClientAddress address, WhoAsks whoAsks)
{
    /// <returns>The problem to answer with, or null.</returns>
    public IResult? Problem(HttpRequest request) => limits.OfBeginning(request, whoAsks.Person(request) is { } person ? $"person {person.Id}" : address.Of(request));
}
