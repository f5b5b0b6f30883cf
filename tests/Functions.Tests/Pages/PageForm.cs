using System.Net;
using System.Text.RegularExpressions;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>A form that a page holds: where it is sent, and what is in it before anybody types.</summary>
internal sealed partial record PageForm(string Action, IReadOnlyDictionary<string, string> Fields)
{
    public const string Token = "_form";

    /// <summary>Which draft or case it was made for.</summary>
    public const string Of = "of";

    /// <summary>The forms of a page that are posted.</summary>
    public static IReadOnlyList<PageForm> Parse(string html) => [.. Forms().Matches(html).Where(form => Attribute(form.Groups[1].Value, "method") == "post")
        .Select(form => new PageForm(Attribute(form.Groups[1].Value, "action") ?? "", FieldsOf(form.Groups[2].Value)))];

    public IEnumerable<KeyValuePair<string, string>> With(params (string Name, string Value)[] typed) =>
        Fields.Where(field => typed.All(pair => pair.Name != field.Key)).Concat(typed.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"""(?:^|\s){name}="([^"]*)"(?:\s|$|/)""") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    /// <summary>As a browser would send it: of a choice what is chosen, or the first where nothing is.</summary>
    private static Dictionary<string, string> FieldsOf(string content)
    {
        var fields = new Dictionary<string, string>();
        foreach (var tag in Inputs().Matches(content).Select(match => match.Groups[1].Value))
            if (Attribute(tag, "name") is { } name && (!fields.ContainsKey(name) || tag.Contains(" checked", StringComparison.Ordinal)))
                fields[name] = Attribute(tag, "value") ?? "";
        return fields;
    }

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?:input|textarea|button|select)([^>]*)>")]
    private static partial Regex Inputs();
}
