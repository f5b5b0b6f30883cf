using System.Globalization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages;

/// <summary>The files of one indicator, and the field to add more.</summary>
/// <param name="Field">Name of the field; what is wrong with a file is told under it.</param>
public sealed record FilesQuestion(string Field, string Indicator, LocalText Name, IReadOnlyList<FileRow> Files);

/// <summary>A file that was taken.</summary>
/// <param name="Scanned">A virus scanner has looked at it.</param>
/// <param name="Address">Where it can be seen.</param>
public sealed record FileRow(string Sha256, string Name, bool IsImage, long Size, bool Scanned, string Address)
{
    /// <summary>"Ảnh, 1,2 MB".</summary>
    public LocalText About => new($"{(IsImage ? "Ảnh" : "PDF")}, {SizeOf(Size).Vi}", $"{(IsImage ? "Photo" : "PDF")}, {SizeOf(Size).En}");

    public LocalText State => Scanned ? new("đã nhận, đã quét vi-rút", "received, scanned for viruses") : new("đã nhận", "received");

    public static LocalText SizeOf(long bytes)
    {
        if (bytes < 1024 * 1024)
            return new($"{Math.Max(1, bytes / 1024)} KB", $"{Math.Max(1, bytes / 1024)} KB");
        var megabytes = (bytes / (1024m * 1024m)).ToString("0.0", CultureInfo.InvariantCulture);
        return new($"{megabytes.Replace('.', ',')} MB", $"{megabytes} MB");
    }
}

/// <summary>What the script needs that sends files in pieces.</summary>
/// <param name="Open">Where it gets the ticket while there is none.</param>
/// <param name="Folder">Tells the files of one draft or case from those of another; opens nothing.</param>
public sealed record UploadModel(string Open, string? Ticket, string? Folder);
