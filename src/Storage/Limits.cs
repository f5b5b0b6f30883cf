using System.Text;

namespace TitleCertification.Storage;

/// <summary>
/// What every implementation holds to, so that what works on one machine works on Azure. Sources: Azure Table storage data model,
/// "Performing entity group transactions", "Naming and referencing containers, blobs, and metadata" (Microsoft Learn).
/// </summary>
public static class Limits
{
    /// <summary>Changes in a batch.</summary>
    public const int BatchSize = 100;

    /// <summary>Characters of a row's body. Azure: 1 MiB an entity at two bytes a character; a margin is left for keys and properties.</summary>
    public const int BodyLength = 480_000;

    /// <summary>
    /// Characters of all bodies of a batch. Azure: 4 MiB a request; the client writes a character outside ASCII, and a quote, as six bytes, and a
    /// hundred changes carry up to half a megabyte of headers and keys.
    /// </summary>
    public const int BatchLength = 600_000;

    /// <summary>Characters of a partition or row key. Azure: 1 KiB at two bytes a character.</summary>
    public const int KeyLength = 512;

    /// <summary>Bytes of a blob: it is written and read whole, in memory.</summary>
    public const int BlobLength = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">Not 3 to 63 letters and digits of ASCII with a letter first.</exception>
    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"'{table}' cannot name a table: 3 to 63 letters and digits of ASCII, a letter first.", nameof(table));
    }

    /// <summary>
    /// A key is 1 to <see cref="KeyLength"/> characters, none of them / \ # ? or a control character (Azure refuses those), nor a comma (where one
    /// follows a quote, the emulator changes another row than the one named). Characters outside the basic plane are refused too: they are what UTF-8 and UTF-16 put in
    /// different orders.
    /// </summary>
    /// <exception cref="ArgumentException">The key cannot be stored.</exception>
    public static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > KeyLength)
            throw new ArgumentException($"A key has 1 to {KeyLength} characters, this one has {key.Length}.", nameof(key));
        foreach (var c in key)
            if (c is '/' or '\\' or '#' or '?' or ',' || char.IsControl(c) || char.IsSurrogate(c))
                throw new ArgumentException($"A key cannot hold the character U+{(int)c:X4}: '{key}'.", nameof(key));
    }

    /// <exception cref="ArgumentException">A bound holds half a character, or the limit is below 1.</exception>
    public static void CheckRange(string fromKey, string toKey, int limit)
    {
        ArgumentNullException.ThrowIfNull(fromKey);
        ArgumentNullException.ThrowIfNull(toKey);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        foreach (var c in fromKey.Concat(toKey))
            if (char.IsControl(c) || char.IsSurrogate(c))
                throw new ArgumentException($"A bound cannot hold the character U+{(int)c:X4}.", nameof(fromKey));
    }

    /// <exception cref="ArgumentException">The batch is empty, too large, names a key twice, or one of its changes cannot be stored.</exception>
    public static void CheckBatch(IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count is 0 or > BatchSize)
            throw new ArgumentException($"A batch has 1 to {BatchSize} changes, this one has {changes.Count}.", nameof(changes));

        var keys = changes.Count > 1 ? new HashSet<string>(changes.Count, StringComparer.Ordinal) : null;
        var length = 0;
        foreach (var change in changes)
        {
            CheckChange(change);
            length += change.Body()?.Length ?? 0;
            if (keys?.Add(change.Key) == false)
                throw new ArgumentException($"A batch names each key once; this one names '{change.Key}' twice.", nameof(changes));
        }

        if (length > BatchLength)
            throw new ArgumentException($"The bodies of a batch have {BatchLength} characters or fewer together, these have {length}.", nameof(changes));
    }

    /// <exception cref="ArgumentException">The key, the body or the etag of this change cannot be stored.</exception>
    public static void CheckChange(RowChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        CheckKey(change.Key);
        if (change is RowChange.Replace { ETag: null or "" or "*" } or RowChange.Delete { ETag: "" or "*" })
            throw new ArgumentException($"The change of '{change.Key}' must name the etag that was read.", nameof(change));
        if (change is RowChange.Delete)
            return;

        var body = change.Body() ?? throw new ArgumentException($"The change of '{change.Key}' has no body.", nameof(change));
        if (body.Length is 0 or > BodyLength)
            throw new ArgumentException($"A body has 1 to {BodyLength} characters, that of '{change.Key}' has {body.Length}.", nameof(change));
        try
        {
            Utf8.GetByteCount(body);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"The body of '{change.Key}' holds half a character (an unpaired surrogate).", nameof(change), e);
        }
    }

    /// <exception cref="ArgumentException">Not 3 to 63 lower-case letters, digits and single hyphens.</exception>
    public static void CheckContainer(string container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var allowed = container.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (container.Length is < 3 or > 63 || !allowed || container[0] == '-' || container[^1] == '-' || container.Contains("--", StringComparison.Ordinal))
            throw new ArgumentException($"'{container}' cannot name a container: 3 to 63 lower-case letters, digits and single hyphens.", nameof(container));
    }

    /// <summary>A blob's name is a path of 1 to 1,024 printable ASCII characters: no empty part, none that starts or ends with a dot, no \ # ? or %.</summary>
    /// <exception cref="ArgumentException">The name cannot be used.</exception>
    public static void CheckBlobName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > 1024 || !name.All(c => c is > ' ' and < (char)0x7f and not ('\\' or '#' or '?' or '%')))
            throw new ArgumentException($"'{name}' cannot name a blob: 1 to 1,024 printable ASCII characters other than \\ # ? %.", nameof(name));
        if (name.Split('/').Any(part => part.Length == 0 || part[0] == '.' || part[^1] == '.'))
            throw new ArgumentException($"'{name}' cannot name a blob: a part of the path is empty, or starts or ends with a dot.", nameof(name));
    }

    /// <summary>What names are listed by: the beginning of one, which may end with the '/' of its path.</summary>
    /// <exception cref="ArgumentException">It cannot begin a name.</exception>
    public static void CheckBlobPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        CheckBlobName(prefix.EndsWith('/') ? prefix[..^1] : prefix);
    }

    /// <exception cref="ArgumentException">The content is longer than <see cref="BlobLength"/> or has no type.</exception>
    public static void CheckContent(ReadOnlyMemory<byte> content, string contentType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contentType);
        if (content.Length > BlobLength)
            throw new ArgumentException($"A blob has {BlobLength} bytes or fewer, this one has {content.Length}.", nameof(content));
    }

    /// <summary>The body that a change writes; null for a deletion.</summary>
    public static string? Body(this RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Body,
        RowChange.Replace replace => replace.Body,
        RowChange.Upsert upsert => upsert.Body,
        _ => null,
    };
}
