using System.Security.Cryptography;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Functions.Requests;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// Files that come in pieces, over connections that break. A piece counts once it is stored and the upload's row says so; the last one counts once the whole
/// file has been examined and kept. So whatever breaks off, at whatever moment, the offset says truly what is left to send, and sending it again does no harm.
/// </summary>
public sealed class Uploads(EvidenceTable table, EvidenceBlobs blobs, Examiner examiner) : IDisposable
{
    /// <summary>Files held in memory at a time, to be examined.</summary>
    private readonly SemaphoreSlim room = new(2, 2);

    /// <param name="indicator">What the file is evidence of; null where that is said later.</param>
    /// <returns>Exactly one of id and problem.</returns>
    public async Task<(string? Id, Problems.Problem? Problem)> BeginAsync(
        EvidenceFolder folder, string? name, int length, string? sha256, string? indicator, CancellationToken cancellationToken)
    {
        if (length is 0 or > EvidenceLimits.FileBytes)
            return (null, length == 0 ? EvidenceProblems.Empty : EvidenceProblems.FileTooLarge);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return await table.AddUploadAsync(folder, id, new(DisplayName.Of(name, ""), length, sha256, [], For: indicator), content => HasRoom(content, length), cancellationToken) switch
        {
            true => (id, null),
            false => (null, EvidenceProblems.Quota),
            null => (null, Problems.Contended),
        };
    }

    /// <param name="content">1 byte to <see cref="EvidenceLimits.PieceBytes"/>.</param>
    /// <exception cref="ScannerUnavailableException">The file is whole and no scanner could judge it: its last piece does not count yet.</exception>
    public async Task<Appended> AppendAsync(EvidenceFolder folder, string id, long offset, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (await table.ReadUploadAsync(folder, id, cancellationToken) is not var (row, etag))
            return new Appended.Unknown();
        if (row.Refusal is { } before)
            return new Appended.Refused(new(before.Code, before.Faults));
        if (offset != row.Offset || row.File is not null)
            return await IsRepeatedAsync(folder, id, row, offset, content, cancellationToken) ? await StateAsync(folder, row, cancellationToken) : new Appended.WrongOffset(row.Offset);
        if (offset + content.Length > row.Length || (content.Length < EvidenceLimits.SmallestPieceBytes && offset + content.Length < row.Length))
            return new Appended.WrongLength();

        // What an earlier attempt has stored here stands: the answer says how far it reaches.
        if (await blobs.WritePieceAsync(folder, id, row.Pieces.Count, content, cancellationToken) is not { } stored)
            return await FinishedAsync(folder, id, cancellationToken) ?? throw new StorageUnavailableException($"A piece of the upload {id} is not there.");
        if (row.Offset + stored.Length >= row.Length)
            return await FinishAsync(folder, id, row, etag, stored, cancellationToken);
        var advanced = row with { Pieces = [.. row.Pieces, stored.Length] };
        if (await table.ReplaceUploadAsync(folder, id, advanced, etag, cancellationToken))
            return new Appended.Advanced(advanced.Offset, null);

        // Somebody else sent a piece at the same moment; only one can have been stored at this place, so that theirs is ours.
        return await table.ReadUploadAsync(folder, id, cancellationToken) is var (now, _) ? await StateAsync(folder, now, cancellationToken) : new Appended.Unknown();
    }

    /// <summary>How an upload stands; <see cref="Appended.Advanced"/> also when it is done.</summary>
    public async Task<(UploadRow? Row, Appended State)> FindAsync(EvidenceFolder folder, string id, CancellationToken cancellationToken) =>
        await table.ReadUploadAsync(folder, id, cancellationToken) is var (row, _) ? (row, await StateAsync(folder, row, cancellationToken)) : (null, new Appended.Unknown());

    /// <summary>A whole file at once, for forms without JavaScript.</summary>
    public async Task<Appended> AddAsync(EvidenceFolder folder, string? name, Stream content, int length, string? indicator, CancellationToken cancellationToken)
    {
        var (id, problem) = await BeginAsync(folder, name, length, null, indicator, cancellationToken);
        if (id is null)
            return problem == Problems.Contended ? new Appended.Contended() : new Appended.Refused(problem!.Because());
        try
        {
            Appended state = new Appended.Advanced(0, null);
            while (state is Appended.Advanced { File: null } advanced)
            {
                var piece = new byte[Math.Min(EvidenceLimits.PieceBytes, length - advanced.Offset)];
                await content.ReadExactlyAsync(piece, cancellationToken);
                state = await AppendAsync(folder, id, advanced.Offset, piece, cancellationToken);
            }

            return state;
        }
        catch (ScannerUnavailableException)
        {
            // Whoever sends the file again begins a new upload: this one must not take its room.
            await CancelAsync(folder, id, CancellationToken.None);
            throw;
        }
    }

    /// <returns>False when there is no such upload.</returns>
    public async Task<bool> CancelAsync(EvidenceFolder folder, string id, CancellationToken cancellationToken)
    {
        if (await table.ReadUploadAsync(folder, id, cancellationToken) is not var (row, _))
            return false;
        await blobs.DeletePiecesAsync(folder, id, row, cancellationToken);
        await table.RemoveUploadAsync(folder, id, cancellationToken);
        return true;
    }

    public void Dispose() => room.Dispose();

    private static bool HasRoom(FolderContent content, int length) =>
        content.Uploads.Count < EvidenceLimits.UploadsOfAFolder
        && content.Files.Count + content.Open.Count() < EvidenceLimits.FilesOfAnApplication
        && content.Files.Sum(file => file.Size) + content.Open.Sum(upload => (long)upload.Length) + length <= EvidenceLimits.BytesOfAnApplication;

    /// <summary>The last piece that counts, sent again because its answer was lost.</summary>
    private async Task<bool> IsRepeatedAsync(EvidenceFolder folder, string id, UploadRow row, long offset, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        row.Pieces.Count > 0 && offset == row.Offset - row.Pieces[^1] && content.Length == row.Pieces[^1]
        && (row.File is not null || (await blobs.ReadPieceAsync(folder, id, row.Pieces.Count - 1, cancellationToken) is { } stored && stored.Span.SequenceEqual(content.Span)));

    private async Task<Appended> StateAsync(EvidenceFolder folder, UploadRow row, CancellationToken cancellationToken) => row switch
    {
        { Refusal: { } refusal } => new Appended.Refused(new(refusal.Code, refusal.Faults)),
        { File: { } sha256 } => new Appended.Advanced(row.Offset, await table.ReadFileAsync(folder, sha256, cancellationToken)),
        _ => new Appended.Advanced(row.Offset, null),
    };

    private async Task<Appended> FinishAsync(EvidenceFolder folder, string id, UploadRow row, string etag, ReadOnlyMemory<byte> last, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            // The same piece sent several times at once: the first has finished it, and the pieces are gone.
            if (await AssembleAsync(folder, id, row, last, cancellationToken) is not { } whole)
                return await FinishedAsync(folder, id, cancellationToken) ?? throw new StorageUnavailableException($"A piece of the upload {id} is not there.");
            var examined = row.Sha256 is { } expected && expected != Hash(whole)
                ? new Examined.Refused(EvidenceProblems.Damaged.Because(EvidenceProblems.Fault("sha256", "Tệp nhận được khác tệp đã gửi.", "What arrived is not what was sent.")))
                : await examiner.ExamineAsync(whole, cancellationToken);
            var complete = row with { Pieces = [.. row.Pieces, last.Length] };
            var state = examined is Examined.Accepted accepted
                ? await KeepAsync(folder, id, complete, etag, accepted, cancellationToken)
                : await RefuseAsync(folder, id, complete, etag, ((Examined.Refused)examined).Refusal, cancellationToken);
            if (state is not Appended.Contended)
                await blobs.DeletePiecesAsync(folder, id, complete, cancellationToken);
            return state;
        }
        finally
        {
            room.Release();
        }
    }

    /// <returns>Null when a piece is not there.</returns>
    private async Task<ReadOnlyMemory<byte>?> AssembleAsync(EvidenceFolder folder, string id, UploadRow row, ReadOnlyMemory<byte> last, CancellationToken cancellationToken)
    {
        var whole = new byte[row.Length];
        var at = 0;
        for (var number = 0; number < row.Pieces.Count; number++)
        {
            if (await blobs.ReadPieceAsync(folder, id, number, cancellationToken) is not { } piece)
                return null;
            piece.CopyTo(whole.AsMemory(at));
            at += piece.Length;
        }

        last.CopyTo(whole.AsMemory(at));
        return whole;
    }

    /// <returns>What has become of an upload; null while nothing has.</returns>
    private async Task<Appended?> FinishedAsync(EvidenceFolder folder, string id, CancellationToken cancellationToken) =>
        await table.ReadUploadAsync(folder, id, cancellationToken) switch
        {
            null => new Appended.Unknown(),
            var (row, _) when row.File is not null || row.Refusal is not null => await StateAsync(folder, row, cancellationToken),
            _ => null,
        };

    private async Task<Appended> KeepAsync(EvidenceFolder folder, string id, UploadRow complete, string etag, Examined.Accepted accepted, CancellationToken cancellationToken)
    {
        var sha256 = Hash(accepted.Content);
        var file = new EvidenceFile(sha256, DisplayName.Of(complete.Name, accepted.Ending), accepted.Type, accepted.Content.Length, accepted.Scanned, folder.Id, folder.Key.ToText());
        await blobs.WriteFileAsync(folder, sha256, accepted.Content, cancellationToken);
        for (var (attempt, current) = (0, folder); attempt < EvidenceTable.Tries && current is { Row: { Closed: false, SubmittedAs: null } }; attempt++)
        {
            if (await table.FinishAsync(current, id, complete, etag, file, cancellationToken))
                return new Appended.Advanced(complete.Length, file);
            // Another upload into the same folder came between; or a repetition of this one has finished it, or it was cancelled.
            if (await table.ReadUploadAsync(folder, id, cancellationToken) is not var (now, nowETag))
                return new Appended.Unknown();
            if (now.File is not null || now.Refusal is not null)
                return await StateAsync(folder, now, cancellationToken);
            (etag, current) = (nowETag, await table.ReadAgainAsync(folder, cancellationToken));
        }

        return new Appended.Contended();
    }

    private async Task<Appended> RefuseAsync(EvidenceFolder folder, string id, UploadRow complete, string etag, Refusal refusal, CancellationToken cancellationToken)
    {
        // Somebody else's word on the same bytes is the same word.
        await table.ReplaceUploadAsync(folder, id, complete with { Refusal = new(refusal.Code, refusal.Faults) }, etag, cancellationToken);
        return new Appended.Refused(refusal);
    }

    private static string Hash(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));
}

/// <summary>What became of a piece.</summary>
public abstract record Appended
{
    private Appended() { }

    /// <param name="Offset">How much has been received and counts.</param>
    /// <param name="File">What the upload has become; null while pieces are missing (and when the file has been taken out again).</param>
    public sealed record Advanced(int Offset, EvidenceFile? File) : Appended;

    /// <summary>The file is not taken, and never will be.</summary>
    public sealed record Refused(Refusal Refusal) : Appended;

    public sealed record WrongOffset(int Offset) : Appended;

    /// <summary>More than was announced, or a piece too small that is not the last.</summary>
    public sealed record WrongLength : Appended;

    public sealed record Unknown : Appended;

    /// <summary>Too much happened to the folder at the same time: to be sent again.</summary>
    public sealed record Contended : Appended;
}
