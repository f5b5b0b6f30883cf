using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Review;

/// <param name="Rows">Of this page.</param>
/// <param name="Matching">How many the filter leaves, over all pages.</param>
/// <param name="IsCut">There is more than is read at once.</param>
/// <param name="Notice">What has just been done.</param>
/// <param name="Next">Dossier number of the case to go on with, after a decision.</param>
/// <param name="PickedElsewhere">How many rows of other pages are marked.</param>
public sealed record QueueModel(
    IReadOnlyList<WaitingRow> Rows, IReadOnlyList<QueueTab> Tabs, FilterFields Filter, int Matching, int Page, int Pages, bool IsCut, QueueNotice? Notice, string? Next, int PickedElsewhere, bool Keys);

/// <param name="Warns">It is not what was wanted.</param>
public sealed record QueueNotice(LocalText Text, bool Warns);

/// <param name="Show">Its value in the address.</param>
public sealed record QueueTab(string Show, LocalText Name, int Count, bool IsCurrent);

/// <summary>The filter as it stands, and what can be chosen; a choice of one is no choice and is left out.</summary>
public sealed record FilterFields(string Text, string Title, string Level, string Stage, IReadOnlyList<FilterChoice> Titles, IReadOnlyList<FilterChoice> Levels, IReadOnlyList<FilterChoice> Stages, bool IsSet);

public sealed record FilterChoice(string Value, LocalText Name);

/// <param name="Kind">The title, and the level where it is known.</param>
/// <param name="ClaimedBy">Who is looking at it; null where nobody is.</param>
public sealed record WaitingRow(
    string Dossier, string Holder, LocalText Kind, string Place, LocalText DueOn, DueMark Mark, LocalText? Note, string? ClaimedBy, bool IsMine, bool IsPicked);

public enum DueMark
{
    InTime,
    Today,
    Late,
}
