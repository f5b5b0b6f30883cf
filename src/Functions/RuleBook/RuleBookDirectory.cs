using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Functions.RuleBook;

/// <summary>The files of a rule book on disk. One that extends the shipped book is laid over it: files of the same path replace, others are added.</summary>
public static class RuleBookDirectory
{
    /// <summary>The rule book that comes with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "rulebook");

    /// <returns>The bytes of every file, by path with '/' between folders.</returns>
    /// <exception cref="RuleBookException">The directory or a file cannot be read.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(string directory)
    {
        var files = Files(directory);
        if (!files.TryGetValue(Province.FileName, out var province) || !Province.ExtendsShipped(province))
            return files;
        var all = Files(Shipped);
        foreach (var (path, bytes) in files)
            all[path] = bytes;
        return all;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string directory)
    {
        try
        {
            return Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(directory, file).Replace('\\', '/'), file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RuleBookException(
            [
                Place.Of(directory).Error(
                    e is DirectoryNotFoundException ? "không có thư mục này." : "không đọc được bộ quy tắc trong thư mục này (quyền đọc, ổ đĩa).", $"the rule book cannot be read: {e.Message}"),
            ]);
        }
    }
}
