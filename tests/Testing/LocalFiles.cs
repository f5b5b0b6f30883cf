using TitleCertification.LocalStorage;

namespace TitleCertification.Testing;

/// <summary>Opens what a service has left in its data directory. The service must have ended.</summary>
public static class LocalFiles
{
    public static SqliteStorageProvider Open(string data) => new(Path.Combine(data, "storage.db"));
}
