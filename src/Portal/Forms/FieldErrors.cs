using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Forms;

/// <summary>What is wrong with a form.</summary>
public sealed record FieldErrors(IReadOnlyList<FieldError> All)
{
    public static FieldErrors None { get; } = new([]);

    public bool Any => All.Count > 0;

    public static FieldErrors Of(string? field, LocalText text) => new([new(field, text)]);

    public LocalText? Of(string field) => All.FirstOrDefault(error => error.Field == field)?.Text;
}

/// <param name="Field">The name, which is also the id, of the field; null where none is meant.</param>
public sealed record FieldError(string? Field, LocalText Text);
