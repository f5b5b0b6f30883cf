using TitleCertification.Domain.Evidence;
using TitleCertification.Functions.Evidence;
using TitleCertification.Portal.Pages;

namespace TitleCertification.Functions.Pages;

/// <summary>From files to what people are shown of them.</summary>
internal static class FileRows
{
    /// <param name="place">Where the pages of these files are: "/apply/files" or "/track/files".</param>
    public static FileRow Of(EvidenceFile file, string place) =>
        new(file.Sha256, file.Name, IsImage: file.Type.StartsWith("image/", StringComparison.Ordinal), file.Size, file.Scanned, $"{place}/{file.Sha256}");

    public static IReadOnlyList<FileRow> For(FolderContent content, string indicator, string place) => [.. content.For(indicator).Select(file => Of(file, place))];
}
