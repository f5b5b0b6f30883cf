using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>What people see of a file's name. It names nothing in storage and opens no path.</summary>
public static class DisplayName
{
    private const int Longest = 100;
    private const string Unnamed = "minh-chung";

    /// <summary>Without folders, control and direction characters and what systems reserve; with the one ending that fits the content.</summary>
    public static string Of(string? given, string ending)
    {
        var name = VietnameseText.Clean(given);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Select(c => c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : c));
        while (EndingOf(name) is { } claimed)
            name = name[..^claimed.Length];
        name = name.Trim('.', ' ');
        if (name.Length > Longest)
            name = name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
        return (name.Length == 0 ? Unnamed : name) + ending;
    }

    /// <summary>".exe", ".jpeg"; not ".2024", which is part of a name.</summary>
    private static string? EndingOf(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? "" : name[dot..];
        return ending.Length is > 1 and <= 6 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) && ending.Any(char.IsAsciiLetter) ? ending : null;
    }
}
