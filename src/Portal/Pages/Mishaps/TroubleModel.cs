using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

/// <param name="Code">As programs are told; whoever is asked for help can say it on the telephone.</param>
/// <param name="OurFault">The service could not, whatever was asked: what was sent before is safe.</param>
/// <param name="Again">Where to begin again: where to sign in, if that is what is missing or has failed, or the page whose form it was.</param>
public sealed record TroubleModel(LocalText Sentence, string Code, bool OurFault, string? Again, bool IsForm)
{
    public LocalText AgainText => IsForm ? MishapText.Reopen : MishapText.SignIn;
}
