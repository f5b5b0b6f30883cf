using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// Rows of evidence: one partition a folder, with the folder itself, its uploads and its files; one partition more lists folders by the day they expire.
/// Whatever adds to a folder rewrites its row too, so that two additions never both see room for the last one, and none comes after it was submitted.
/// </summary>
public sealed class EvidenceTable(ITables tables)
{
    private const string FolderKey = "folder", FilePrefix = "file:", UploadPrefix = "upload:", UsePrefix = "use:", AfterAll = "use;";
    private const string Expiring = "expiring";

    /// <summary>How often a folder is read again because others wrote to it: each time at least one of them got on, and no more than its files come at once.</summary>
    internal const int Tries = 2 * EvidenceLimits.FilesOfAnApplication;

    public async Task AddFolderAsync(string id, FolderRow row, CancellationToken cancellationToken)
    {
        // The list first: a folder that is not there is passed over, one that is not listed would stay for ever.
        await tables.CommitAsync(TableNames.Evidence, Expiring, [new RowChange.Upsert(ExpiringKey(row.ExpiresAt, id), "{}")], cancellationToken);
        await tables.CommitAsync(TableNames.Evidence, id, [new RowChange.Insert(FolderKey, Json.Write(row))], cancellationToken);
    }

    public async Task<EvidenceFolder?> ReadFolderAsync(string id, CaseKey key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Evidence, id, FolderKey, cancellationToken) is { } row ? new(id, key, Json.Read<FolderRow>(row.Body), row.ETag) : null;

    /// <summary>The folder as it is now, after somebody else has written it.</summary>
    public Task<EvidenceFolder?> ReadAgainAsync(EvidenceFolder folder, CancellationToken cancellationToken) => ReadFolderAsync(folder.Id, folder.Key, cancellationToken);

    /// <summary>Says of a folder that its content is being deleted; needs no ticket.</summary>
    /// <returns>The case that has its files, if there is one, and false when it was written meanwhile; null when there is no such folder.</returns>
    public async Task<(bool Closed, string? Dossier)?> CloseAsync(string id, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Evidence, id, FolderKey, cancellationToken) is not { } row)
            return null;
        var folder = Json.Read<FolderRow>(row.Body);
        var result = await tables.CommitAsync(TableNames.Evidence, id, [new RowChange.Replace(FolderKey, Json.Write(folder with { Closed = true }), row.ETag)], cancellationToken);
        return (result is BatchResult.Applied, folder.Dossier);
    }

    /// <summary>Everything in a folder, in one request.</summary>
    public async Task<FolderContent> ReadContentAsync(EvidenceFolder folder, CancellationToken cancellationToken)
    {
        // Files and uploads have limits of their own, and a use comes of an upload: together they stay far below this one.
        var rows = await tables.ReadRangeAsync(TableNames.Evidence, folder.Id, FilePrefix, AfterAll, 1000, cancellationToken);
        return new(
            [.. rows.Where(row => row.Key.StartsWith(FilePrefix, StringComparison.Ordinal)).Select(row => Open<EvidenceFile>(folder, row))],
            rows.Where(row => row.Key.StartsWith(UploadPrefix, StringComparison.Ordinal)).ToDictionary(row => row.Key[UploadPrefix.Length..], row => Open<UploadRow>(folder, row)),
            [.. rows.Where(row => row.Key.StartsWith(UsePrefix, StringComparison.Ordinal)).Select(row => Open<FileUse>(folder, row))]);
    }

    /// <summary>Adds an upload where <paramref name="fits"/> says so of the folder's content.</summary>
    /// <returns>False when there is no room for it; null when the folder was closed, or written by others all the time.</returns>
    public async Task<bool?> AddUploadAsync(EvidenceFolder folder, string id, UploadRow row, Func<FolderContent, bool> fits, CancellationToken cancellationToken)
    {
        var current = folder;
        for (var attempt = 0; attempt < Tries && current is { Row: { Closed: false, SubmittedAs: null } }; attempt++)
        {
            if (!fits(await ReadContentAsync(folder, cancellationToken)))
                return false;
            var result = await tables.CommitAsync(
                TableNames.Evidence, folder.Id, [Touch(current), new RowChange.Insert(UploadPrefix + id, Seal(folder, UploadPrefix + id, row))], cancellationToken);
            if (result is BatchResult.Applied)
                return true;
            current = await ReadAgainAsync(folder, cancellationToken);
        }

        return null;
    }

    public async Task<(UploadRow Row, string ETag)?> ReadUploadAsync(EvidenceFolder folder, string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Evidence, folder.Id, UploadPrefix + id, cancellationToken) is { } row ? (Open<UploadRow>(folder, row), row.ETag) : null;

    /// <returns>False when somebody else has written it meanwhile.</returns>
    public async Task<bool> ReplaceUploadAsync(EvidenceFolder folder, string id, UploadRow row, string etag, CancellationToken cancellationToken) =>
        await tables.CommitAsync(TableNames.Evidence, folder.Id, [new RowChange.Replace(UploadPrefix + id, Seal(folder, UploadPrefix + id, row), etag)], cancellationToken) is BatchResult.Applied;

    /// <summary>The upload has become a file: both or neither.</summary>
    /// <returns>False when somebody else has written the upload or the folder meanwhile.</returns>
    public async Task<bool> FinishAsync(EvidenceFolder folder, string id, UploadRow row, string etag, EvidenceFile file, CancellationToken cancellationToken) =>
        await tables.CommitAsync(TableNames.Evidence, folder.Id,
            [
                Touch(folder), new RowChange.Replace(UploadPrefix + id, Seal(folder, UploadPrefix + id, row with { File = file.Sha256 }), etag),
                new RowChange.Upsert(FileKey(folder, file.Sha256), Seal(folder, FileKey(folder, file.Sha256), file)),
                .. row.For is { } indicator && new FileUse(indicator, file.Sha256) is var use ? [new RowChange.Upsert(UseKey(folder, use), Seal(folder, UseKey(folder, use), use))] : Array.Empty<RowChange>(),
            ],
            cancellationToken) is BatchResult.Applied;

    public async Task<EvidenceFile?> ReadFileAsync(EvidenceFolder folder, string sha256, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Evidence, folder.Id, FileKey(folder, sha256), cancellationToken) is { } row ? Open<EvidenceFile>(folder, row) : null;

    /// <summary>Takes uses of a file away, and the file itself where <paramref name="whole"/> says so.</summary>
    /// <returns>False when the folder has been written meanwhile, or a row is not there.</returns>
    public async Task<bool> RemoveFileAsync(EvidenceFolder folder, string sha256, IEnumerable<FileUse> uses, bool whole, CancellationToken cancellationToken) =>
        await tables.CommitAsync(
            TableNames.Evidence, folder.Id,
            [Touch(folder), .. uses.Select(use => new RowChange.Delete(UseKey(folder, use))), .. whole ? [new RowChange.Delete(FileKey(folder, sha256))] : Array.Empty<RowChange>()],
            cancellationToken) is BatchResult.Applied;

    public Task RemoveUploadAsync(EvidenceFolder folder, string id, CancellationToken cancellationToken) =>
        tables.CommitAsync(TableNames.Evidence, folder.Id, [new RowChange.Delete(UploadPrefix + id)], cancellationToken);

    /// <returns>The folder as written, or null when somebody else has written it meanwhile.</returns>
    public async Task<EvidenceFolder?> ReplaceFolderAsync(EvidenceFolder folder, FolderRow row, CancellationToken cancellationToken) =>
        await tables.CommitAsync(TableNames.Evidence, folder.Id, [new RowChange.Replace(FolderKey, Json.Write(row), folder.ETag)], cancellationToken) is BatchResult.Applied applied
            ? folder with { Row = row, ETag = applied.ETags[FolderKey] }
            : null;

    /// <summary>Every row of a folder, the folder's own last.</summary>
    public async Task RemoveAllAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var rows in (await tables.ReadRangeAsync(TableNames.Evidence, id, FilePrefix, AfterAll, 1000, cancellationToken)).OrderBy(row => row.Key == FolderKey).Chunk(Limits.BatchSize))
            await tables.CommitAsync(TableNames.Evidence, id, [.. rows.Select(row => new RowChange.Delete(row.Key))], cancellationToken);
    }

    /// <summary>Folders that have expired before <paramref name="now"/>, the oldest first, with the key that takes them off the list.</summary>
    public async Task<IReadOnlyList<(string Key, string Folder)>> ReadExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await tables.ReadRangeAsync(TableNames.Evidence, Expiring, "0", ExpiringKey(now, ""), 500, cancellationToken)).Select(row => (row.Key, row.Key[(row.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]))];

    public Task UnlistAsync(string key, CancellationToken cancellationToken) =>
        tables.CommitAsync(TableNames.Evidence, Expiring, [new RowChange.Delete(key)], cancellationToken);

    private static string FileKey(EvidenceFolder folder, string sha256) => FilePrefix + folder.Key.NameOf(sha256);

    // Names of files say what people have written: they are sealed like the files.
    private static string Seal<T>(EvidenceFolder folder, string key, T row) => Json.Write(new SealedRow(folder.Key.Seal(Json.Write(row), $"{folder.Id}:{key}")));

    private static T Open<T>(EvidenceFolder folder, StoredRow row) => Json.Read<T>(folder.Key.Open(Json.Read<SealedRow>(row.Body).Sealed, $"{folder.Id}:{row.Key}"));

    private static RowChange.Replace Touch(EvidenceFolder folder) => new(FolderKey, Json.Write(folder.Row), folder.ETag);

    private static string UseKey(EvidenceFolder folder, FileUse use) => $"{UsePrefix}{use.For}:{folder.Key.NameOf(use.Sha256)}";

    private static string ExpiringKey(DateTimeOffset at, string id) => $"{at.UtcDateTime:yyyyMMddHHmmss}:{id}";
}

internal sealed record SealedRow(string Sealed);

public sealed record FolderContent(IReadOnlyList<EvidenceFile> Files, IReadOnlyDictionary<string, UploadRow> Uploads, IReadOnlyList<FileUse> Uses)
{
    public static FolderContent Empty { get; } = new([], new Dictionary<string, UploadRow>(), []);

    /// <summary>The evidence of one indicator.</summary>
    public IReadOnlyList<EvidenceFile> For(string indicator) =>
        [.. Files.Where(file => Uses.Contains(new(indicator, file.Sha256))).OrderBy(file => VietnameseText.Fold(file.Name), StringComparer.Ordinal)];

    /// <summary>Uploads that may still become a file.</summary>
    public IEnumerable<UploadRow> Open => Uploads.Values.Where(upload => upload.File is null && upload.Refusal is null);
}

/// <summary>That a file is evidence of an indicator. One file may be evidence of several.</summary>
public sealed record FileUse(string For, string Sha256)
{
    /// <summary>Codes of indicators are short and plain; anything else would not fit a key.</summary>
    public static bool IsIndicator(string? text) => text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
