using System.Buffers;
using System.Text;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>What can be said of a PDF before anything parses it: is it one file and nothing else, and does it name what is refused anywhere, referenced or not.</summary>
internal static class PdfBytes
{
    private const int Head = 1024;
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\f\0"u8);

    /// <summary>Long enough not to appear in compressed data by chance.</summary>
    private static readonly string[] Names = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia"];

    private static readonly byte[][] Tags = [.. new[] { "<html", "<script", "<svg", "<!doctype", "<iframe", "<body", "<?php", "<img" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Ends with its own end mark, so that nothing hides behind it, and begins as nothing else.</summary>
    public static bool IsOneFile(ReadOnlySpan<byte> pdf)
    {
        var end = pdf.LastIndexOf("%%EOF"u8);
        return end >= 0 && pdf[(end + 5)..].IndexOfAnyExcept(Blank) < 0 && !HasTags(pdf) && !HasZipDirectory(pdf);
    }

    public static IEnumerable<string> RefusedNames(ReadOnlyMemory<byte> pdf)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var rest = pdf.Span;
        for (var slash = rest.IndexOf((byte)'/'); slash >= 0; slash = rest.IndexOf((byte)'/'))
        {
            rest = rest[(slash + 1)..];
            if (Names.FirstOrDefault(NameAt(rest).Equals) is { } name)
                found.Add(name);
        }

        return found;
    }

    /// <summary>A name may be spelled with #xx: /J#61vaScript is /JavaScript.</summary>
    private static string NameAt(ReadOnlySpan<byte> bytes)
    {
        Span<char> name = stackalloc char[16];
        var length = 0;
        for (var at = 0; at < bytes.Length && length < name.Length; at++)
        {
            var c = (char)bytes[at];
            if (c == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                c = (char)Convert.FromHexString([(char)bytes[at + 1], (char)bytes[at + 2]])[0];
                at += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(c))
                break;
            name[length++] = c;
        }

        return new(name[..length]);
    }

    private static bool HasTags(ReadOnlySpan<byte> pdf)
    {
        var head = pdf[..Math.Min(Head, pdf.Length)].ToArray();
        foreach (ref var c in head.AsSpan())
            c = (byte)char.ToLowerInvariant((char)c);
        return Tags.Any(tag => head.AsSpan().IndexOf(tag) >= 0);
    }

    /// <summary>Unpackers look for a ZIP's directory from the end, whatever stands before: with its disk numbers zero it is no accident.</summary>
    private static bool HasZipDirectory(ReadOnlySpan<byte> pdf) => pdf.IndexOf("PK\x05\x06\0\0\0\0"u8) >= 0;
}
