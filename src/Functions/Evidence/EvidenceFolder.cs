using System.Text.Json.Serialization;
using TitleCertification.Functions.Applications;

namespace TitleCertification.Functions.Evidence;

/// <summary>
/// What is collected for one submission, or for one answer to a correction request. Whoever has its ticket may put files in and take them out until the
/// submission is made; nobody else knows of it.
/// </summary>
/// <param name="Id">Made from the ticket, which cannot be had back from it. Names the partition and the path of the blobs.</param>
/// <param name="Key">Made from the ticket, like the id: what is put in is sealed with it (docs/adr/0146).</param>
public sealed record EvidenceFolder(string Id, CaseKey Key, FolderRow Row, string ETag);
/// <param name="OpenedFor">The dossier whose correction the files are for; null for a new submission.</param>
/// <param name="SubmittedAs">The dossier that has the files; null until the submission or the answer is made.</param>
/// <param name="Key">The Idempotency-Key (as stored) of that submission: another one cannot have the files, and is told so before it takes a dossier number.</param>
/// <param name="Closed">The files are being deleted.</param>
public sealed record FolderRow(string? OpenedFor, string? SubmittedAs, DateTimeOffset ExpiresAt, string? Key = null, bool Closed = false)
{
    /// <summary>The case that the files belong to, once there is one.</summary>
    [JsonIgnore]
    public string? Dossier => OpenedFor ?? SubmittedAs;
}

/// <summary>An upload under way, or what has become of it.</summary>
/// <param name="Length">Bytes of the whole file, as announced.</param>
/// <param name="Sha256">Of the whole file, as announced; null for none.</param>
/// <param name="Pieces">Lengths of the pieces that count.</param>
/// <param name="File">The file that it has become.</param>
/// <param name="Refusal">Why it has become none.</param>
/// <param name="For">Code of the indicator the file is evidence of; null where that is said later.</param>
public sealed record UploadRow(
    string? Name, int Length, string? Sha256, IReadOnlyList<int> Pieces, string? File = null, UploadRefusal? Refusal = null, string? For = null)
{
    public int Offset => Pieces.Sum();
}

public sealed record UploadRefusal(string Code, IReadOnlyList<Domain.Applications.Fault> Faults);
