namespace TitleCertification.Domain.RuleBook;

/// <summary>The rule book is not usable; the service must not start. Holds every error, each a sentence naming file, entry and reason.</summary>
public sealed class RuleBookException(IReadOnlyList<string> errors)
    : Exception($"The rule book has {errors.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
