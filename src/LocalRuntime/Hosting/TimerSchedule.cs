using System.Globalization;
using Cronos;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>When a timer function runs, in UTC.</summary>
internal abstract class TimerSchedule
{
    /// <summary>The first time after the given one. Both are UTC.</summary>
    public abstract DateTime Next(DateTime after);

    /// <summary>Whether the schedule's state is worth keeping: not where it runs more often than once a minute.</summary>
    public abstract bool Monitored { get; }

    public static TimerSchedule Parse(string text, Func<string, StartupException> refuse)
    {
        if (NCrontab.ToCronos(text) is { } cron)
        {
            var expression = CronExpression.Parse(cron, CronFormat.IncludeSeconds);
            return expression.GetNextOccurrence(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)) is null
                ? throw refuse($"its schedule '{text}' never comes")
                : new Cron(expression);
        }

        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval))
            throw refuse($"its schedule '{text}' is neither an NCRONTAB expression (second minute hour day month weekday) nor a time span");
        return interval > TimeSpan.Zero ? new Constant(interval) : throw refuse($"its schedule '{text}' is not above zero");
    }

    private sealed class Cron(CronExpression expression) : TimerSchedule
    {
        public override bool Monitored { get; } = MinuteApart(expression);

        public override DateTime Next(DateTime after) => expression.GetNextOccurrence(after) ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

        private static bool MinuteApart(CronExpression expression)
        {
            var from = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var first = expression.GetNextOccurrence(from, inclusive: true);
            var second = first is null ? null : expression.GetNextOccurrence(first.Value);
            return first is null || second is null || second - first >= TimeSpan.FromMinutes(1);
        }
    }

    private sealed class Constant(TimeSpan interval) : TimerSchedule
    {
        public override bool Monitored => interval >= TimeSpan.FromMinutes(1);

        public override DateTime Next(DateTime after) => after + interval;
    }
}
