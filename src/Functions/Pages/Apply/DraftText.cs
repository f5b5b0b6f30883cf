using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Certificates;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Words of an answer, looked at as the submission will be: better to say it beside the question than at the end.</summary>
internal static class DraftText
{
    private const int Longest = Submitting.LongestName;

    public static readonly LocalText PhoneWrong = new("Hãy nhập số điện thoại Việt Nam, ví dụ 0912 345 678.", "Enter a Vietnamese phone number, for example 0912 345 678.");

    public static (string Text, FieldErrors Errors) Needed(IFormCollection form, string field)
    {
        var text = VietnameseText.Clean(form.Text(field));
        return (text, text.Length switch
        {
            0 => FieldErrors.Of(field, new("Hãy điền mục này.", "Fill this in.")),
            > Longest => FieldErrors.Of(field, new($"Tối đa {Longest} ký tự.", $"Up to {Longest} characters.")),
            _ => FieldErrors.None,
        });
    }

    /// <summary>It will stand on the certificate.</summary>
    public static (string Text, FieldErrors Errors) Printed(IFormCollection form, string field)
    {
        var (text, errors) = Needed(form, field);
        return !errors.Any && CertificateText.Unprintable(text) is { Length: > 0 } characters
            ? (text, FieldErrors.Of(field, new($"Không in được các ký tự: {characters}", $"These characters cannot be printed: {characters}")))
            : (text, errors);
    }
}
