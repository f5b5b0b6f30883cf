using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>The files of a good rule book, to be spoilt one at a time.</summary>
internal sealed class ABook
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files;

    private ABook(Dictionary<string, ReadOnlyMemory<byte>> files) => this.files = files;

    public static ABook Shipped() => new(Files("rulebook"));

    /// <summary>The demonstration province, laid over the shipped rule book.</summary>
    public static ABook Sample()
    {
        var book = Shipped();
        foreach (var (path, bytes) in Files("sample-province"))
            book.files[path] = bytes;
        return book;
    }

    public RuleBookReading Read() => Domain.RuleBook.RuleBookFiles.Read(files);

    public Domain.RuleBook.RuleBook Book() => Read().BookOrThrow();

    public ABook Edit(string path, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(files[path].Span)!;
        edit(json);
        return Put(path, json.ToJsonString());
    }

    public ABook Replace(string path, string old, string with)
    {
        var text = Encoding.UTF8.GetString(files[path].Span);
        return text.Contains(old, StringComparison.Ordinal) ? Put(path, text.Replace(old, with, StringComparison.Ordinal)) : throw new ArgumentException($"{path} does not hold {old}");
    }

    public ABook Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    public ABook Put(string path, byte[] bytes)
    {
        files[path] = bytes;
        return this;
    }

    public ABook Copy(string from, string to)
    {
        files[to] = files[from];
        return this;
    }

    public ABook Remove(params string[] paths)
    {
        foreach (var path in paths)
            files.Remove(path);
        return this;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Files(string folder)
    {
        var root = Path.Combine(AppContext.BaseDirectory, folder);
        return Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file));
    }
}
