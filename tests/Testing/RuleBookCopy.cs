using System.Text.Json.Nodes;

namespace TitleCertification.Testing;

/// <summary>A rule book of its own in a directory of its own, to be edited as a province does.</summary>
public sealed class RuleBookCopy : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    /// <summary>The shipped one, and over it the demonstration province where asked for.</summary>
    public RuleBookCopy(bool sample = true)
    {
        Copy(System.IO.Path.Combine(Repository.Root, "rulebook"));
        if (!sample)
            return;
        Copy(Repository.SampleProvince);
        Edit("province.json", province => province.AsObject().Remove("extends"));
    }

    public string Path => directory.Path;

    public RuleBookCopy Edit(string path, Action<JsonNode> edit)
    {
        var file = System.IO.Path.Combine(Path, path);
        var json = JsonNode.Parse(File.ReadAllBytes(file))!;
        edit(json);
        File.WriteAllText(file, json.ToJsonString());
        return this;
    }

    /// <summary>Days for every stage of every route, as a province fills them in.</summary>
    public RuleBookCopy WithDays(int days = 10)
    {
        foreach (var route in Directory.GetFiles(System.IO.Path.Combine(Path, "routes")))
            Edit(System.IO.Path.GetRelativePath(Path, route), json =>
            {
                foreach (var stage in json["stages"]!.AsArray())
                    (stage!["workingDays"], stage["reminderDays"], stage["answerDays"], stage["answerReminderDays"]) = (days, 2, 20, 5);
            });
        return this;
    }

    public void Dispose() => directory.Dispose();

    private void Copy(string from)
    {
        foreach (var source in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(from, source));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
        }
    }
}
