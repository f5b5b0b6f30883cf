namespace TitleCertification.LocalRuntime.Durable;

/// <summary>
/// A lock of the operating system on a file beside the database. It ends with the process, however that ends;
/// the file stays and means nothing by itself.
/// </summary>
internal sealed class HubLock : IDisposable
{
    private readonly FileStream _file;

    private HubLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Another process, or another engine of this one, has the hub.</exception>
    public static HubLock Take(string databasePath, string taskHub)
    {
        try
        {
            return new HubLock(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new InvalidOperationException(
                $"The task hub '{taskHub}' in {databasePath} is in use by another process. Stop that one first, or give this one a database of its own.", taken);
        }
    }

    public void Dispose() => _file.Dispose();
}
