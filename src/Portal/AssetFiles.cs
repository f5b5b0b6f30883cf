using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace TitleCertification.Portal;

/// <summary>Style, script and icon, embedded in the program, named by a hash of their content and compressed once.</summary>
public sealed class AssetFiles
{
    private readonly Dictionary<string, Lazy<AssetFile>> files = new(StringComparer.Ordinal);

    // The sheets are one file to browsers; what stands later wins.
    public AssetFiles() => Addresses = new(
        Add("portal.css", "text/css; charset=utf-8", "base.css", "frame.css", "forms.css", "content.css", "staff.css", "media.css"),
        Add("portal.js", "text/javascript; charset=utf-8", "portal.js"), Add("upload.js", "text/javascript; charset=utf-8", "upload.js"), Add("mark.svg", "image/svg+xml", "mark.svg"));

    public AssetAddresses Addresses { get; }

    /// <param name="name">With its hash, as in the address: "portal.0123456789.css".</param>
    /// <returns>Null for a name that is not, or no longer, one of ours.</returns>
    public AssetFile? Find(string name) => files.GetValueOrDefault(name)?.Value;

    private string Add(string name, string type, params string[] parts)
    {
        using var memory = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(part) ?? throw new InvalidOperationException($"{part} is not embedded.");
            stream.CopyTo(memory);
        }

        var content = memory.ToArray();
        var hashed = $"{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(content))[..10]}{Path.GetExtension(name)}";
        files[hashed] = new(() => new(content, Brotli(content), Gzip(content), type));
        return $"/assets/{hashed}";
    }

    private static byte[] Brotli(byte[] content)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, compressed, out var length, quality: 11, window: 22)
            ? compressed[..length]
            : throw new InvalidOperationException("The asset could not be compressed.");
    }

    private static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return memory.ToArray();
    }
}

public sealed record AssetFile(byte[] Content, byte[] Brotli, byte[] Gzip, string Type);
