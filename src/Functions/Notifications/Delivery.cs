using System.Globalization;
using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Notifications;

/// <summary>One message on its way: of which fact of which case, to whom; or what waits for an office on a day. Names and addresses are looked up when it is sent, and stored nowhere else than in the record.</summary>
/// <param name="Dossier">Null for what is of no case.</param>
/// <param name="Place">Whose administrators may see to it.</param>
/// <param name="Attempts">How often sending was begun.</param>
/// <param name="Setback">Why it was not sent the last time; null before the first try.</param>
public sealed record Delivery(DossierNumber? Dossier, Notice Notice, Place Place, int Attempts = 0, Setback? Setback = null)
{
    /// <summary>The same for the same fact and audience, whatever happens: what tells a repetition from another message, here and at the provider.</summary>
    [JsonIgnore]
    public string Id => $"{(Dossier is { } dossier ? dossier : "digest")}.{Notice.Sequence}.{Notice.To}";

    public static Delivery Of(Application state, Notice notice) => new(state.Dossier, notice, new(state.Submission.Unit, state.SubmittedAt));

    /// <summary>One a day and office: the number of the day stands where that of the fact does.</summary>
    public static Delivery OfDigest(DateOnly day, Role role, string unit, DateTimeOffset now) => new(
        null, new(int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), NoticeKind.QueueDigest, new(role, unit), now), new(unit, now));

    /// <summary>Can the text be an id? What callers send is not trusted to be a key.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}

/// <summary>The unit a case is of, as it was when the case began.</summary>
public sealed record Place(string Unit, DateTimeOffset At);

/// <param name="Status">What the provider answered: an SMTP or HTTP status.</param>
public sealed record Setback(FailureReason Reason, int? Status, DateTimeOffset At);

/// <summary>A delivery that this process sends now and nobody else, until the lease ends.</summary>
/// <param name="Key">Of its row.</param>
public sealed record Claim(Delivery Delivery, string Key);
