using System.Globalization;

namespace TitleCertification.Functions.Notifications;

/// <summary>
/// The rows of the table <c>Messages</c>. One partition, so that the messages of many cases share a batch and one row becomes another at once.
/// <c>msg:{id}</c> stays for good: that it is there is what keeps a fact from being told twice. <c>due:{when}:{id}</c> waits to be sent, <c>failed:{id}</c> for somebody.
/// </summary>
internal static class MessageRows
{
    public const string Partition = "messages";
    public const string FirstDue = "due:";
    public const string AfterDue = "due;";
    public const string FirstFailed = "failed:";
    public const string AfterFailed = "failed;";

    public static string Message(string id) => "msg:" + id;

    public static string Failed(string id) => FirstFailed + id;

    public static string Due(DateTimeOffset at, string id) => $"{FirstDue}{Stamp(at)}:{id}";

    /// <summary>After every row that is due by then.</summary>
    public static string AfterDueBy(DateTimeOffset at) => $"{FirstDue}{Stamp(at)};";

    /// <summary>When a due row is due.</summary>
    public static DateTimeOffset TimeOf(string key) =>
        DateTimeOffset.ParseExact(key.Split(':')[1], Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private const string Form = "yyyyMMddHHmmssfff";

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}

/// <summary>What is known of a message for good.</summary>
/// <param name="DueAt">Of one that waits: when it is tried next, as far as it was planned when the row was written.</param>
/// <param name="By">Who has given it up.</param>
public sealed record MessageState(MessageOutcome Outcome, DateTimeOffset At, DateTimeOffset? DueAt = null, string? By = null);

public enum MessageOutcome
{
    Waiting,
    Sent,

    /// <summary>There was nothing left to tell.</summary>
    Obsolete,
    Failed,

    /// <summary>An administrator has taken it off the list.</summary>
    GivenUp,
}
