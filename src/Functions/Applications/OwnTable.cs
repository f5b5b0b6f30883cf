using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Applications;

/// <summary>Which cases somebody has filed who had signed in: one partition a person, the newest first. It finds cases and proves nothing: whose a case is stands in the case.</summary>
public sealed class OwnTable(ITables tables)
{
    /// <summary>Before there is a record, so that no case of his is ever missing; a number whose submission broke off is passed over.</summary>
    public Task AddAsync(string person, DossierNumber dossier, CancellationToken cancellationToken) =>
        tables.CommitAsync(TableNames.OwnApplications, PeopleTable.KeyOf(person), [new RowChange.Upsert(KeyOf(dossier), "{}")], cancellationToken);

    public Task RemoveAsync(string person, DossierNumber dossier, CancellationToken cancellationToken) =>
        tables.CommitAsync(TableNames.OwnApplications, PeopleTable.KeyOf(person), [new RowChange.Delete(KeyOf(dossier))], cancellationToken);

    /// <param name="after">The last one of the page before, or null.</param>
    public async Task<IReadOnlyList<DossierNumber>> ReadAsync(string person, DossierNumber? after, int limit, CancellationToken cancellationToken)
    {
        // ' ' is the least character that can follow a key.
        var rows = await tables.ReadRangeAsync(TableNames.OwnApplications, PeopleTable.KeyOf(person), after is { } last ? KeyOf(last) + " " : " ", "~", limit, cancellationToken);
        return [.. rows.Select(row => DossierNumber.Parse(row.Key.Split(':')[1]))];
    }

    /// <summary>Ranges are read upwards: what counts down from the last day and the last order of a day puts the newest first, whatever the agency.</summary>
    private static string KeyOf(DossierNumber dossier) => string.Create(
        CultureInfo.InvariantCulture, $"{DateOnly.MaxValue.DayNumber - dossier.Day.DayNumber:0000000}{DossierNumber.HighestOrder - dossier.Order:0000}:{dossier}");
}
