using System.Globalization;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Audit;

/// <summary>The exported heads, one file a day.</summary>
public sealed class HeadsArchive(IBlobs blobs)
{
    private const string Prefix = "heads/";
    private const string Suffix = ".jsonl";

    /// <summary>The days there are files of, oldest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(CancellationToken cancellationToken) =>
        [.. (await blobs.ListAsync(ContainerNames.Reports, Prefix, cancellationToken)).Select(DayOf).OfType<DateOnly>()];

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await blobs.ReadAsync(ContainerNames.Reports, NameOf(day), cancellationToken))?.Content;

    /// <returns>False when the day has its file already.</returns>
    public Task<bool> WriteAsync(DateOnly day, byte[] file, CancellationToken cancellationToken) =>
        blobs.WriteOnceAsync(ContainerNames.Reports, NameOf(day), file, "application/jsonl", cancellationToken);

    public static string NameOf(DateOnly day) => $"{Prefix}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{Suffix}";

    /// <returns>Null for a file of another name.</returns>
    public static DateOnly? DayOf(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) && DateOnly.TryParseExact(Path.GetFileName(name)[..^Suffix.Length], "yyyy-MM-dd", out var day) ? day : null;
}
