using TitleCertification.Domain.Evidence;

namespace TitleCertification.Functions.Evidence;

/// <summary>How much evidence an application may bring. Told to callers in docs/api.md.</summary>
public static class EvidenceLimits
{
    public const int FileBytes = 10 * 1024 * 1024;
    public const int FilesOfAnApplication = ChosenFiles.MostFiles;
    public const long BytesOfAnApplication = ChosenFiles.MostBytes;

    /// <summary>Bytes of one piece of an upload: what a request may hold in memory.</summary>
    public const int PieceBytes = 1024 * 1024;

    /// <summary>Uploads begun in one folder, refused ones included: each keeps a row until the folder expires.</summary>
    public const int UploadsOfAFolder = 100;

    /// <summary>A smaller piece is stored only as the last of its file: a connection that breaks all the time must not make pieces without end.</summary>
    public const int SmallestPieceBytes = 32 * 1024;

    /// <summary>How long an applicant may take from the first file to the submission.</summary>
    public static readonly TimeSpan FolderLifetime = TimeSpan.FromDays(30);
}
