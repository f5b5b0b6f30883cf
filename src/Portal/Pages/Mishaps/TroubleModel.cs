using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mishaps;

/// <param name="Code">As programs are told; whoever is asked for help can say it on the telephone.</param>
/// <param name="OurFault">The service could not, whatever was asked: what was sent before is safe.</param>
/// <param name="Again">How to begin again, where there is a way.</param>
public sealed record TroubleModel(LocalText Sentence, string Code, bool OurFault, WayOn? Again)
{
    /// <summary>Digits of a phone, of which the sentence speaks to programs, help nobody who has sent a form of the staff.</summary>
    internal LocalText Heading => Again is { Kind: WayKind.SignInBeside } ? MishapText.SignInToGoOn : Sentence;
}

public sealed record WayOn(WayKind Kind, string Address)
{
    /// <summary>In another window, while this one keeps what was typed: loading it anew sends the same again.</summary>
    public bool IsBeside => Kind is WayKind.SignInBeside or WayKind.OpenBeside;

    internal LocalText Text => Kind switch
    {
        WayKind.SignIn => MishapText.SignIn,
        WayKind.SignInBeside => MishapText.SignInBeside,
        WayKind.OpenBeside => MishapText.OpenBeside,
        _ => MishapText.Reopen,
    };
}

public enum WayKind
{
    SignIn,
    SignInBeside,

    /// <summary>The page whose form it was.</summary>
    Reopen,

    /// <summary>The case, by its number and digits.</summary>
    OpenBeside,
}
