namespace TitleCertification.Bench;

/// <summary>The clock of this machine, set back: what is prepared in minutes has happened over months.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Back { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Back;
}
