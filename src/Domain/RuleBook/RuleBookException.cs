using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>The rule book is not usable; the service must not start. Holds every error, each a sentence naming file, entry and reason; its message shows them all, the Vietnamese first and the English beneath.</summary>
public sealed class RuleBookException(IReadOnlyList<LocalText> errors) : Exception(Say(errors))
{
    public IReadOnlyList<LocalText> Errors { get; } = errors;

    private static string Say(IReadOnlyList<LocalText> errors) => string.Join(
        Environment.NewLine,
        errors.Prepend(new($"Bộ quy tắc có {errors.Count} lỗi; hệ thống không khởi động với bộ này.", $"The rule book has {errors.Count} error(s); the service does not start with it."))
            .Select(error => $"{error.Vi}{Environment.NewLine}    {error.En}"));
}
