using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The form <c>%Name%</c>, which stands for a setting.</summary>
internal static partial class Settings
{
    public static string Resolve(string text, IConfiguration configuration, Func<string, StartupException> refuse) =>
        Reference().Replace(text, match => configuration[match.Groups[1].Value] is { Length: > 0 } value
            ? value
            : throw refuse($"the setting '{match.Groups[1].Value}' it refers to is missing"));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
