namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>What a file is, by its own first bytes: names and headers are claims.</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Pdf,

    /// <summary>What phones of one maker take. No decoder of ours reads it, so it cannot be made safe.</summary>
    Heic,
    Other,
}

public static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileKind.WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e' or (byte)'i', _, _, ..] => FileKind.Heic,
        _ => FileKind.Other,
    };
}
