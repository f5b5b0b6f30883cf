namespace TitleCertification.Domain.Units;

/// <summary>Which unit is meant, for all time: a code is given to another unit after a merger (13891 is Xã Nghĩa Hưng from 1 July 2025 only).</summary>
/// <param name="ValidFrom">First day; null when it is not known, which is before any known day.</param>
public sealed record UnitId(string Code, DateOnly? ValidFrom);
