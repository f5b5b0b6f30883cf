using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.People;

/// <summary>Somebody who may act for a body: nothing but the fold of what administrators have recorded of him (<see cref="PersonEvolution"/>).</summary>
/// <param name="Id">As the provider of identities names him, in the claim the service is set to read.</param>
/// <param name="SignatoryCapacity">The lines above his name on a certificate.</param>
/// <param name="Version">How many facts it is made of.</param>
public sealed record Person(
    string Id, string Name, string Position, IReadOnlyList<string> SignatoryCapacity, PhoneNumber? Phone, IReadOnlyList<Tie> Ties, IReadOnlyList<Grant> Grants, int Version)
{
    /// <summary>The person with the authority of this moment.</summary>
    public Actor ActorAt(DateTimeOffset now) => new(
        Id, Name, [.. Grants.Where(grant => grant.HoldsAt(now)).Select(grant => grant.Authority).Distinct()], SignatoryCapacity, Ties, Phone);
}

/// <summary>Authority = role x administrative unit x stage, from one Vietnamese day to another.</summary>
/// <param name="Id">Within the person.</param>
/// <param name="To">The last day; null while no end is foreseen.</param>
/// <param name="EndedAt">When an administrator ended it; from then on it holds no more.</param>
public sealed record Grant(int Id, Authority Authority, DateOnly From, DateOnly? To, DateTimeOffset? EndedAt)
{
    public bool HoldsAt(DateTimeOffset now) => EndedAt is null && VietnamTime.DayOf(now) is var day && day >= From && (To is null || day <= To);

    /// <summary>Does it hold now, or will it?</summary>
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && (To is null || VietnamTime.DayOf(now) <= To);
}
