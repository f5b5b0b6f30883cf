namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// Where everything is that outlives the process: the emulator's data, the task hub, the schedules' state. One process uses a directory at a time. The
/// system drops the lock with the process, however it ends.
/// </summary>
internal sealed class DataDirectory(string path) : IDisposable
{
    private FileStream? _lock;

    public string Path => path;

    public string File(string name) => System.IO.Path.Combine(path, name);

    /// <exception cref="StartupException">Another process has it, or it cannot be written.</exception>
    public void Acquire()
    {
        if (_lock is not null) return;
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data directory {path} cannot be made: {e.Message.TrimEnd('.')}. Choose another with --data.", e);
        }

        try
        {
            _lock = new FileStream(File("runtime.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartupException($"Another process uses the data directory {path}. Stop it, or choose another directory with --data.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartupException($"The data directory {path} cannot be written. Choose another with --data.", e);
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }
}
