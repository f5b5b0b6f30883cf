using System.Security.Cryptography;
using System.Text;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Identity.People;

/// <summary>
/// Who may do what: one partition a person, his state and the facts it is made of, and beside them when he last signed out. Beside the people, one partition a role and unit
/// names everybody who has ever held it; whether he still does is said by his own row alone.
/// </summary>
/// <remarks>People are kept in memory for half a minute: so long, at most, another instance goes on with an authority that has ended (docs/adr/0131).</remarks>
public sealed class PeopleTable(ITables tables, Rules rules, TimeProvider clock) : IDisposable
{
    private const string StateKey = "state";
    private const string SignedOutKey = "signed-out";
    private const int Tries = 5;
    private const int MostHolders = 500;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ShortMemory<PersonRecord> people = new(5_000, Kept);
    private readonly ShortMemory<IReadOnlyList<string>> holders = new(2_000, Kept);

    private UnitMap Today => rules.Units.On(rules.MapDay(clock.GetUtcNow()));

    /// <summary>What a person is known by in addresses and keys: his id is personal data, and may hold characters that a key may not.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    public static bool IsKey(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>As stored half a minute ago or later. Never null: of a stranger it holds nothing.</summary>
    public Task<PersonRecord> FindAsync(string key, CancellationToken cancellationToken) => people.GetAsync(key, () => LoadAsync(key, CancellationToken.None), cancellationToken);

    /// <summary>As stored now.</summary>
    public Task<PersonRecord> ReadAsync(string key, CancellationToken cancellationToken) => LoadAsync(key, cancellationToken);

    /// <summary>The person with the authority of this moment, in the units of today; null for a stranger.</summary>
    public Actor? ActorOf(Person? person) => person is null ? null : CarriedAuthority.Of(person, clock.GetUtcNow(), Today) with { Ties = CarriedTies.Of(person.Ties, Today) };

    /// <summary>Everybody who holds the role in the unit at this moment.</summary>
    public async Task<IReadOnlyList<Actor>> HoldersAsync(Role role, string unit, CancellationToken cancellationToken)
    {
        var keys = await holders.GetAsync(Partition(role, unit), () => LoadHoldersAsync(role, unit), cancellationToken);
        var found = await Task.WhenAll(keys.Select(key => FindAsync(key, cancellationToken)));
        return [.. found.Select(record => ActorOf(record.Person)).OfType<Actor>().Where(actor => actor.Has(role, unit))];
    }

    /// <summary>Decides and commits; asked again whenever somebody else was first.</summary>
    public async Task<PersonResult> ExecuteAsync(string key, Func<Person?, PersonOutcome> decide, Actor by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var current = await LoadAsync(key, cancellationToken);
            switch (decide(current.Person))
            {
                case PersonOutcome.Refused refused:
                    return new PersonResult.Refused(refused.Refusal);
                case PersonOutcome.AlreadyDone:
                    return new PersonResult.Done(current.Person!);
                case PersonOutcome.Accepted accepted when await CommitAsync(key, current, accepted.Facts, by, cancellationToken) is { } person:
                    return new PersonResult.Done(person);
            }
        }

        return new PersonResult.Contended();
    }

    /// <summary>Everything of this person that was signed in before this moment is so no more.</summary>
    public async Task SignOutAsync(string key, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(TableNames.People, key, [new RowChange.Upsert(SignedOutKey, Json.Write(new SignedOut(clock.GetUtcNow())))], cancellationToken);
        people.Forget(key);
    }

    public void Dispose()
    {
        people.Dispose();
        holders.Dispose();
    }

    private async Task<Person?> CommitAsync(string key, PersonRecord current, IReadOnlyList<PersonFact> facts, Actor by, CancellationToken cancellationToken)
    {
        var (person, rows) = (current.Person, new List<RowChange>());
        foreach (var fact in facts)
        {
            var recorded = new RecordedPersonFact((person?.Version ?? 0) + 1, clock.GetUtcNow(), by.Id, fact);
            person = PersonEvolution.Apply(person, recorded);
            rows.Add(new RowChange.Insert($"fact:{recorded.Sequence:D6}", Json.Write(recorded)));
        }

        // First: a person who holds a role that nobody finds him by would be passed over; one who is found and does not hold it is not.
        foreach (var authority in facts.OfType<PersonFact.AuthorityGranted>().Select(fact => fact.Authority).DistinctBy(authority => (authority.Role, authority.Unit)))
        {
            await tables.CommitAsync(TableNames.People, Partition(authority.Role, authority.Unit), [new RowChange.Upsert(key, "{}")], cancellationToken);
            holders.Forget(Partition(authority.Role, authority.Unit));
        }

        rows.Add(current.ETag is { } etag ? new RowChange.Replace(StateKey, Json.Write(person), etag) : new RowChange.Insert(StateKey, Json.Write(person)));
        var result = await tables.CommitAsync(TableNames.People, key, rows, cancellationToken);
        people.Forget(key);
        return result is BatchResult.Applied ? person : null;
    }

    private async Task<PersonRecord> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var rows = await tables.ReadRangeAsync(TableNames.People, key, SignedOutKey, StateKey + " ", 2, cancellationToken);
        var (state, signedOut) = (rows.FirstOrDefault(row => row.Key == StateKey), rows.FirstOrDefault(row => row.Key == SignedOutKey));
        return new(
            state is null ? null : Json.Read<Person>(state.Body), state?.ETag,
            signedOut is null ? null : Json.Read<SignedOut>(signedOut.Body).At);
    }

    private async Task<IReadOnlyList<string>> LoadHoldersAsync(Role role, string unit)
    {
        var partitions = CarriedAuthority.Before(unit, Today).Prepend(unit).Select(code => Partition(role, code));
        var rows = await Task.WhenAll(partitions.Select(partition => tables.ReadRangeAsync(TableNames.People, partition, "0", "g", MostHolders)));
        return [.. rows.SelectMany(page => page).Select(row => row.Key).Distinct()];
    }

    private static string Partition(Role role, string unit) => $"{role}:{unit}";

    private sealed record SignedOut(DateTimeOffset At);
}

/// <param name="Person">Null for a stranger: he may have signed in and out, and holds nothing.</param>
/// <param name="SignedOutAt">What was signed in at this moment or before is so no more.</param>
public sealed record PersonRecord(Person? Person, string? ETag, DateTimeOffset? SignedOutAt);

/// <summary>What became of a command about a person.</summary>
public abstract record PersonResult
{
    private PersonResult() { }

    public sealed record Done(Person Person) : PersonResult;

    public sealed record Refused(Domain.Applications.Refusal Refusal) : PersonResult;

    public sealed record Contended : PersonResult;
}
