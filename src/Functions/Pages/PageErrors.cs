using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages;

internal static class PageErrors
{
    /// <summary>Every ground, beside the field it speaks of; a refusal without grounds speaks for itself.</summary>
    /// <param name="fieldOf">From a JSON pointer to the name of a field; null where it is none of this page.</param>
    public static FieldErrors Of(Refusal refusal, Func<string, string?> fieldOf) => refusal.Faults.Count == 0
        ? FieldErrors.Of(null, Problems.TitleOf(refusal))
        : new([.. refusal.Faults.Select(fault => new FieldError(fieldOf(fault.Pointer), fault.Text)).Distinct()]);
}
