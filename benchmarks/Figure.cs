namespace TitleCertification.Bench;

/// <summary>One measured figure, printed only after the benchmark has checked its own results.</summary>
/// <param name="Goal">What it is held against, as people write it ("8 or fewer"); null where nothing was promised.</param>
/// <param name="Met">Whether the goal was met; null where there is none, or where this run could not tell.</param>
public sealed record Figure(string Name, double Value, string Unit, string? Goal = null, bool? Met = null);
