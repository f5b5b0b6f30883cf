namespace TitleCertification.Domain.Evidence;

/// <summary>A file that an answer leans on. What is said here was found in the file itself; nothing of it is what the sender claimed, but the name.</summary>
/// <param name="Sha256">Of the bytes that are kept, in lower-case hex: also the file's name in storage.</param>
/// <param name="Name">For people to tell files apart; cleaned, with the ending that fits the type.</param>
/// <param name="Type">"image/jpeg" or "application/pdf".</param>
/// <param name="Size">Bytes.</param>
/// <param name="Scanned">Whether a virus scanner has looked at it; there may be none.</param>
/// <param name="Folder">Where the bytes are kept. Not shown to callers: null there.</param>
/// <param name="Key">What opens the bytes, which are stored sealed. Not shown to callers: null there.</param>
public sealed record EvidenceFile(string Sha256, string Name, string Type, long Size, bool Scanned, string? Folder, string? Key = null)
{
    /// <summary>As callers see it.</summary>
    public EvidenceFile Shown() => this with { Folder = null, Key = null };
}
