using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Identity.People;

/// <summary>The names of the staff who appear in a history, by id; they are at hand for half a minute each.</summary>
public sealed class StaffNames(PeopleTable people)
{
    public Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyList<RecordedFact> facts, CancellationToken cancellationToken) => OfAsync(facts.Select(fact => fact.By), cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> persons, CancellationToken cancellationToken)
    {
        var ids = persons.Where(id => !Actor.IsReserved(id)).Distinct().ToList();
        var found = await Task.WhenAll(ids.Select(id => people.FindAsync(PeopleTable.KeyOf(id), cancellationToken)));
        return ids.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second.Person is { } person ? $"{person.Name}, {person.Position}" : pair.First);
    }
}
