using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

/// <param name="Code">As programs are told; whoever is asked for help can say it on the telephone.</param>
/// <param name="OurFault">The service could not, whatever was asked: what was sent before is safe.</param>
/// <param name="SignIn">Where to sign in, if that is what is missing or has failed; the page that was wanted is opened afterwards.</param>
public sealed record TroubleModel(LocalText Sentence, string Code, bool OurFault, string? SignIn = null);
