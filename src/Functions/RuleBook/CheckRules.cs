using Microsoft.Extensions.Configuration;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Functions.RuleBook;

/// <summary>The command <c>./run --check-rules DIR</c>: says every error of a rule book, or what it holds. Needs no storage and starts nothing.</summary>
public static class CheckRules
{
    private const int Good = 0;
    private const int Wrong = 1;

    /// <returns>The exit code, or null where the command is not asked for.</returns>
    public static int? Run(IReadOnlyList<string> arguments, DateOnly today, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var configuration = new ConfigurationBuilder().AddCommandLine([.. arguments]).Build();
        if (configuration[nameof(CheckRules)] is not { Length: > 0 } directory)
            return null;
        var english = configuration["Language"] == "en";
        try
        {
            foreach (var line in RuleBookSentences.Of(Rules.Read(directory), today))
                output.WriteLine(english ? line.En : line.Vi);
            return Good;
        }
        catch (RuleBookException e)
        {
            output.WriteLine(e.Message);
            return Wrong;
        }
    }
}
