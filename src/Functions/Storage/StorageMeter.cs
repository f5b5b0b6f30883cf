using System.Diagnostics.Metrics;

namespace TitleCertification.Functions.Storage;

/// <summary>
/// Counts what the app asks of storage: counter <c>storage.operations</c> of the meter <c>TitleCertification.Storage</c>, by <c>operation</c>
/// (read, range, commit, write-once, read-blob, delete-blob) and <c>table</c> or container. An operation is one request on the wire, but for a repeated read and for a range of more than a thousand rows.
/// </summary>
public static class StorageMeter
{
    public const string Name = "TitleCertification.Storage";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("storage.operations", "{operation}", "Operations asked of tables and blobs");

    internal static void Count(string operation, string table) => Operations.Add(1, new("operation", operation), new("table", table));
}
