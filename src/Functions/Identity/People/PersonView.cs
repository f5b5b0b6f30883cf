using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Identity.People;

/// <summary>A person as administrators and he himself see him.</summary>
/// <param name="Phone">Null for administrators and auditors of other areas; then <paramref name="Ties"/> is empty.</param>
/// <param name="Key">What stands in addresses for him.</param>
public sealed record PersonView(
    string Key, string Id, string Name, string Position, IReadOnlyList<string> SignatoryCapacity, string? Phone, IReadOnlyList<Tie> Ties, IReadOnlyList<GrantView> Authorities, int Version)
{
    /// <param name="whole">With what only his own area knows of him.</param>
    public static PersonView Of(Person person, DateTimeOffset now, bool whole) => new(
        PeopleTable.KeyOf(person.Id), person.Id, person.Name, person.Position, person.SignatoryCapacity, whole ? person.Phone?.ToString() : null, whole ? person.Ties : [],
        [.. person.Grants.Select(grant => new GrantView(
            grant.Id, grant.Authority.Role, grant.Authority.Unit, grant.Authority.Stage, grant.From, grant.To, grant.EndedAt, grant.HoldsAt(now)))], person.Version);
}

public sealed record GrantView(int Id, Role Role, string Unit, string? Stage, DateOnly From, DateOnly? To, DateTimeOffset? EndedAt, bool Holds);
