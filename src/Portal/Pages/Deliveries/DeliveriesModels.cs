using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Portal.Pages.Deliveries;

/// <param name="Retrying">Tried again by themselves; the next first, not all where there are many.</param>
/// <param name="Next">Where the next page of the failed begins; null after the last.</param>
/// <param name="Done">What the last command has come to.</param>
public sealed record DeliveriesModel(
    IReadOnlyList<DeliveryModel> Failed, IReadOnlyList<DeliveryModel> Retrying, string? After, string? Next, DeliveriesDone? Done, FieldErrors Errors);

/// <param name="Dossier">Null for what is of no case.</param>
/// <param name="To">Whom it is for: a role, never a name or an address.</param>
/// <param name="NextAttemptAt">Null for one that waits for somebody.</param>
public sealed record DeliveryModel(
    string Id, string? Dossier, LocalText About, LocalText To, string Unit, LocalText Reason, int? Status, int Attempts, DateTimeOffset FailedAt, DateTimeOffset? NextAttemptAt);

/// <param name="Changed">Messages for which it was done.</param>
/// <param name="Skipped">Messages that were being sent at that moment, or had been seen to by somebody else.</param>
public sealed record DeliveriesDone(bool GaveUp, int Changed, int Skipped);
