using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.People;

/// <summary>Something that has been recorded of a person, with its reason. Never changed, never removed; the JSON names are part of the record.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(Registered), nameof(Registered))]
[JsonDerivedType(typeof(AuthorityGranted), nameof(AuthorityGranted))]
[JsonDerivedType(typeof(AuthorityEnded), nameof(AuthorityEnded))]
[JsonDerivedType(typeof(TieRecorded), nameof(TieRecorded))]
[JsonDerivedType(typeof(TieRemoved), nameof(TieRemoved))]
public abstract record PersonFact(string Reason)
{
    /// <summary>First, and again whenever name, position or phone are corrected.</summary>
    public sealed record Registered(string Id, string Name, string Position, IReadOnlyList<string> SignatoryCapacity, PhoneNumber? Phone, string Reason) : PersonFact(Reason);

    public sealed record AuthorityGranted(Authority Authority, DateOnly From, DateOnly? To, string Reason) : PersonFact(Reason);

    public sealed record AuthorityEnded(int Grant, string Reason) : PersonFact(Reason);

    public sealed record TieRecorded(Tie Tie, string Reason) : PersonFact(Reason);

    public sealed record TieRemoved(Tie Tie, string Reason) : PersonFact(Reason);
}

/// <summary>A fact with its place, who caused it and when.</summary>
public sealed record RecordedPersonFact(int Sequence, DateTimeOffset At, string By, PersonFact Fact);

/// <summary>How facts make the person. Knows no rule: what is recorded has happened.</summary>
public static class PersonEvolution
{
    public static Person Apply(Person? person, RecordedPersonFact recorded)
    {
        if (recorded.Fact is PersonFact.Registered registered)
        {
            var now = person ?? new(registered.Id, "", "", [], null, [], [], 0);
            return now with { Name = registered.Name, Position = registered.Position, SignatoryCapacity = registered.SignatoryCapacity, Phone = registered.Phone, Version = recorded.Sequence };
        }

        var current = person ?? throw new InvalidOperationException($"The first fact of a person is {recorded.Fact.GetType().Name}, not a registration.");
        return recorded.Fact switch
        {
            PersonFact.AuthorityGranted fact => current with { Grants = [.. current.Grants, new(recorded.Sequence, fact.Authority, fact.From, fact.To, EndedAt: null)] },
            PersonFact.AuthorityEnded fact => current with { Grants = [.. current.Grants.Select(grant => grant.Id == fact.Grant ? grant with { EndedAt = recorded.At } : grant)] },
            PersonFact.TieRecorded fact => current with { Ties = [.. current.Ties, fact.Tie] },
            PersonFact.TieRemoved fact => current with { Ties = [.. current.Ties.Where(tie => tie != fact.Tie)] },
            _ => throw new InvalidOperationException($"A fact of an unknown kind, {recorded.Fact.GetType().Name}."),
        } with { Version = recorded.Sequence };
    }
}
