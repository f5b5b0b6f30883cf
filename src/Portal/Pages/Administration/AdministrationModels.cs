using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Portal.Pages.Administration;

/// <param name="Administers">False for an auditor, who reads only.</param>
public sealed record AdministrationModel(bool Administers);

/// <param name="Query">What was typed for the unit.</param>
/// <param name="Unit">Whose people are shown; null where what was typed is no unit of today.</param>
/// <param name="Hits">Units that it could have meant.</param>
/// <param name="Below">What lies directly in the unit.</param>
public sealed record PeopleModel(
    string Query, UnitName? Unit, IReadOnlyList<UnitName> Hits, IReadOnlyList<UnitName> Below, IReadOnlyList<RoleHolders> Roles, bool Administers, FieldErrors Errors);

public sealed record UnitName(string Code, string Name);

public sealed record RoleHolders(Role Role, IReadOnlyList<PersonName> People);

public sealed record PersonName(string Key, string Name);

/// <param name="Own">It is the reader himself: nobody changes his own authority.</param>
/// <param name="Ties">Null where the asker watches over another area.</param>
/// <param name="AnswersFor">Does the asker administer everything that the person may do?</param>
public sealed record PersonModel(string Key, Person Person, IReadOnlyList<GrantRow> Grants, IReadOnlyList<TieRow>? Ties, bool Administers, bool AnswersFor, bool Own);

public sealed record GrantRow(Grant Grant, UnitName Unit, bool Holds, bool IsOpen);

public sealed record TieRow(int Index, LocalText Title, UnitName Unit, string Name);

/// <param name="Unit">What was typed.</param>
/// <param name="Hits">Units that it could have meant: one is to be chosen.</param>
public sealed record GrantModel(
    string Key, string Name, string? Role, string Unit, IReadOnlyList<UnitName> Hits, string From, string To, string Reason, FieldErrors Errors);

/// <param name="What">What is about to end, in words.</param>
public sealed record EndingModel(string Key, string Name, LocalText Heading, LocalText What, string Reason, FieldErrors Errors);

public sealed record RegisterModel(string Id, string Name, string Position, string Phone, string Capacity, string Reason, FieldErrors Errors);

public sealed record TieModel(string Key, string Name, string? Title, string Unit, IReadOnlyList<UnitName> Hits, string Holder, string Reason, FieldErrors Errors);

/// <param name="Next">The dossier that the next part begins after.</param>
public sealed record StuckModel(IReadOnlyList<StuckRow> Rows, string? Next);

public sealed record StuckRow(string Dossier, string Unit, LocalText Reason, DateOnly Since, TimeOnly At, string? Detail);

public sealed record AskAuditModel(string Given, FieldErrors Errors);

/// <param name="Broken">The first link that is not what it should be; null when all are.</param>
public sealed record AuditModel(string Dossier, bool Erased, LocalText? Broken, IReadOnlyList<AuditRow> Rows);

/// <param name="By">Null for a fact that was emptied by erasure, as <paramref name="Kind"/> and <paramref name="At"/>.</param>
public sealed record AuditRow(int Sequence, LocalText? Kind, LocalText? By, DateTimeOffset? At, string Hash);

public sealed record ReadsModel(string Dossier, string Day, IReadOnlyList<ReadRow> Rows, string? Next, FieldErrors Errors);

/// <param name="Dossier">Null for a list, and for what is recorded of one of the staff.</param>
public sealed record ReadRow(DateTimeOffset At, string Person, string? Dossier, bool IsList, string What);
