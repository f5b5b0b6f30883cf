using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

/// <param name="OurFault">The service could not, whatever was asked: what was sent before is safe.</param>
/// <param name="SignIn">Where to sign in, if that is what is missing; the page is opened again afterwards.</param>
public sealed record TroubleModel(LocalText Sentence, bool OurFault, string? SignIn = null);
