using System.Diagnostics;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;

namespace TitleCertification.Testing.Storage;

/// <summary>A process that writes pairs of rows, and a blob each, as fast as it can, says which it was told are stored, and kills itself at the n-th such answer.</summary>
/// <remarks>SIGKILL takes what is in the process, not what the operating system has yet to put on disk: a power cut is not what this shows.</remarks>
public static class RowWriter
{
    /// <summary>First argument of the program; the second is the file, the third how many acknowledgements to live for.</summary>
    public const string Command = "write-rows";

    public const string Table = "Pairs";
    public const string Container = "pairs";

    private const int Writers = 8;

    private static int _left;

    public static async Task RunAsync(string path, int acknowledgements)
    {
        _left = acknowledgements;
        using var storage = new SqliteStorageProvider(path);
        await storage.PrepareAsync([Table], [Container]);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(storage, $"{Guid.NewGuid():N}"))));
    }

    private static async Task WriteAsync(SqliteStorageProvider storage, string partition)
    {
        for (var i = 0; ; i++)
        {
            await storage.Tables.CommitAsync(Table, partition, [new RowChange.Insert($"{i}:left", $"{i}"), new RowChange.Insert($"{i}:right", $"{i}")]);
            Say($"row {partition} {i}");
            await storage.Blobs.WriteOnceAsync(Container, $"{partition}/{i}", BitConverter.GetBytes(i), "application/octet-stream");
            Say($"blob {partition} {i}");
        }
    }

    private static void Say(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
            if (--_left == 0)
                Process.GetCurrentProcess().Kill();
        }
    }
}
