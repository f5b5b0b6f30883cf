using System.IO.Compression;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.RuleBook;

/// <summary>Every edition under which an application was ever taken, as a ZIP of its files, written once under its version.</summary>
internal sealed class RuleBookArchive(IBlobs blobs)
{
    private const string ContentType = "application/zip";

    public Task KeepAsync(Domain.RuleBook.RuleBook book, CancellationToken cancellationToken) =>
        blobs.WriteOnceAsync(ContainerNames.RuleBooks, NameOf(book.Version), Pack(book.Files), ContentType, cancellationToken);

    /// <returns>The files, or null where no edition has the version.</returns>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>?> FindAsync(string version, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(ContainerNames.RuleBooks, NameOf(version), cancellationToken) is { } blob ? Unpack(blob.Content) : null;

    private static string NameOf(string version) => $"{version}.zip";

    internal static byte[] Pack(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(path);
                // The same edition gives the same bytes, whenever and wherever it is packed.
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(bytes.Span);
            }
        }

        return stream.ToArray();
    }

    internal static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Unpack(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray());
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);

        static ReadOnlyMemory<byte> Read(ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
