using System.Globalization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Identity.People;

namespace TitleCertification.Functions.Audit.Reads;

/// <summary>Somebody of the staff has seen what is personal.</summary>
/// <param name="Dossier">The case that was opened; null for a list, and for what is recorded of one of the staff.</param>
/// <param name="What">What was asked for.</param>
/// <param name="Why">The stage the person decides, or the roles by which he may see it.</param>
/// <param name="Unit">Whose case, or whose list; of one of the staff, the unit whose administrator or auditor has looked.</param>
/// <param name="Listed">The cases of a list.</param>
public sealed record ReadRecord(DateTimeOffset At, string Person, string? Dossier, string What, string Why, string Unit, IReadOnlyList<string>? Listed = null)
{
    /// <summary>Rows of one day, by person.</summary>
    public static string DayPartition(DateOnly day) => $"day:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Rows of the cases of one agency, by dossier: many cases share a batch.</summary>
    public static string CasePartition(DossierNumber dossier) => $"case:{dossier.Agency}";

    public static string CaseKeys(DossierNumber dossier) => $"{dossier}:";

    /// <param name="key">What the person is known by in addresses.</param>
    public static string PersonKeys(string key) => $"{key}:";

    /// <summary>The same of who has read.</summary>
    public string PersonKey => PeopleTable.KeyOf(Person);

    public DateOnly Day => VietnamTime.DayOf(At);

    /// <summary>By time, and never twice the same.</summary>
    public string NewKey() => At.UtcDateTime.ToString("yyMMddHHmmssfffffff", CultureInfo.InvariantCulture) + ":" + Guid.NewGuid().ToString("N")[..8];
}
