using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

/// <param name="OurFault">The service could not, whatever was asked: what was sent before is safe.</param>
public sealed record TroubleModel(LocalText Sentence, bool OurFault);
