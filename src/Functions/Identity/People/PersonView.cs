using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Identity.People;

/// <summary>A person as administrators and he himself see him.</summary>
/// <param name="Key">What stands in addresses for him.</param>
public sealed record PersonView(
    string Key, string Id, string Name, string Position, IReadOnlyList<string> SignatoryCapacity, string? Phone, IReadOnlyList<Tie> Ties, IReadOnlyList<GrantView> Authorities, int Version)
{
    public static PersonView Of(Person person, DateTimeOffset now) => new(
        PeopleTable.KeyOf(person.Id), person.Id, person.Name, person.Position, person.SignatoryCapacity, person.Phone?.ToString(), person.Ties,
        [.. person.Grants.Select(grant => new GrantView(
            grant.Id, grant.Authority.Role, grant.Authority.Unit, grant.Authority.Stage, grant.From, grant.To, grant.EndedAt, grant.HoldsAt(now)))], person.Version);
}

public sealed record GrantView(int Id, Role Role, string Unit, string? Stage, DateOnly From, DateOnly? To, DateTimeOffset? EndedAt, bool Holds);
