using System.Text.RegularExpressions;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Tests;

/// <summary>Errors of a rule book are made in two languages: whoever holds the English one against what he expects has the Vietnamese one checked beside it.</summary>
internal static partial class BothLanguages
{
    /// <returns>The English sentences, each of which has a Vietnamese one that names the same file, fields, values, days and numbers.</returns>
    internal static IReadOnlyList<string> English(this IEnumerable<LocalText> errors)
    {
        var all = errors.ToList();
        Assert.All(all, error =>
        {
            Assert.Equal(FileOf(error.En), FileOf(error.Vi));
            Assert.True(Vietnamese().IsMatch(error.Vi), $"Not Vietnamese: {error.Vi}");
            Assert.False(EnglishWord().IsMatch(Quoted().Replace(error.Vi, "")), $"English: {error.Vi}");
            // The reason why it is not JSON is the library's own, which knows English only.
            if (!error.En.Contains("not well-formed JSON", StringComparison.Ordinal))
                Assert.Equal(Named(error.En), Named(error.Vi));
        });
        return [.. all.Select(error => error.En)];
    }

    private static string FileOf(string sentence) => sentence.Split([':', ','])[0];

    private static IEnumerable<string> Named(string sentence) => Values().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""
        "[^"]*"|\{\w+\}|[0-9]+(?:[-./][0-9]+)*
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Values();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\b(the|is|are|of|must|it|and|has|not|no|which|that)\b")]
    private static partial Regex EnglishWord();
}
