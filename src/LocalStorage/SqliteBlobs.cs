using TitleCertification.Storage;

namespace TitleCertification.LocalStorage;

/// <summary>Write-once blobs in the same file as the rows, so that one copy of one file is a whole backup.</summary>
internal sealed class SqliteBlobs(SqliteStore store, SqliteWriter writer, SqliteReaders readers) : IBlobs
{
    public Task<bool> WriteOnceAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
    {
        Limits.CheckContainer(container);
        Limits.CheckBlobName(name);
        Limits.CheckContent(content, contentType);
        store.CheckPrepared(container);
        var bytes = content.ToArray();
        return writer.RunAsync(
            connection => connection.Execute(
                "INSERT INTO blobs VALUES ($container, $name, $type, $content) ON CONFLICT DO NOTHING",
                ("$container", container), ("$name", name), ("$type", contentType), ("$content", bytes)) == 1,
            cancellationToken);
    }

    public Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        Limits.CheckContainer(container);
        Limits.CheckBlobName(name);
        store.CheckPrepared(container);
        return writer.RunAsync(
            connection => connection.Execute("DELETE FROM blobs WHERE container = $container AND name = $name", ("$container", container), ("$name", name)),
            cancellationToken);
    }

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        Limits.CheckContainer(container);
        Limits.CheckBlobName(name);
        store.CheckPrepared(container);
        return readers.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    "SELECT type, content FROM blobs WHERE container = $container AND name = $name", ("$container", container), ("$name", name));
                using var reader = command.ExecuteReader();
                return reader.Read() ? new StoredBlob((byte[])reader.GetValue(1), reader.GetString(0)) : null;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default)
    {
        Limits.CheckContainer(container);
        Limits.CheckBlobPrefix(prefix);
        store.CheckPrepared(container);
        return readers.ReadAsync<IReadOnlyList<string>>(
            connection =>
            {
                // Names are ASCII: '\x7f' follows them all.
                using var command = connection.Command(
                    "SELECT name FROM blobs WHERE container = $container AND name >= $prefix AND name < $prefix || char(127) ORDER BY name",
                    ("$container", container), ("$prefix", prefix));
                using var reader = command.ExecuteReader();
                var names = new List<string>();
                while (reader.Read())
                    names.Add(reader.GetString(0));
                return names;
            },
            cancellationToken);
    }
}
