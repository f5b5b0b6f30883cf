namespace TitleCertification.Domain.Notifications;

/// <summary>When a message that could not be sent is tried again: soon, then ever more rarely, for two days in all. Then somebody has to look.</summary>
public static class RetryPlan
{
    private static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <param name="attempts">How often it has been tried.</param>
    /// <param name="asked">The pause that the provider asked for; a longer one than ours is kept, up to a day.</param>
    /// <returns>Null when it is not tried again.</returns>
    public static TimeSpan? PauseAfter(int attempts, TimeSpan? asked = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > Pauses.Count)
            return null;
        var pause = Pauses[attempts - 1];
        return asked > pause ? (asked < Longest ? asked : Longest) : pause;
    }
}
