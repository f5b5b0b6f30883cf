using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Privacy;

/// <summary>When what a case holds of persons may be destroyed (Law 91/2025/QH15: right to deletion, and its limits where the law asks to keep).</summary>
public static class Erasing
{
    private const int LongestReason = 500;

    /// <summary>
    /// An open case is withdrawn first, so that nobody decides on what is not there. While a certificate is in force the record is what
    /// shows that it was rightly given: it stays, whoever asks, unless an authority that may order it does.
    /// </summary>
    public static Outcome Erase(Application state, ErasureInput command)
    {
        if (state.Certificate is not null && Ground(command) is not ErasureGround.AuthorityOrdered)
            return Outcome.Refuse(RefusalCodes.CertificateInForce);
        if (!Transitions.Allows(CommandKind.Erase, state.Status))
            return Outcome.Refuse(RefusalCodes.CaseOpen);
        return Faults(command).ToList() is { Count: > 0 } faults
            ? Outcome.Refuse(RefusalCodes.InvalidInput, faults)
            : Outcome.Of(new Fact.CaseErased(Ground(command)!.Value, FreeText.Of(command.Reason)!));
    }

    private static IEnumerable<Fault> Faults(ErasureInput command)
    {
        if (Ground(command) is null)
            yield return new("unknown_ground", "/ground", new(
                $"Cần căn cứ: {string.Join(", ", Enum.GetNames<ErasureGround>())}.", $"The ground is needed: {string.Join(", ", Enum.GetNames<ErasureGround>())}."));
        if (FreeText.Of(command.Reason) is not { Length: <= LongestReason })
            yield return new("reason_missing", "/reason", new(
                $"Cần lý do, tối đa {LongestReason} ký tự, không nêu thông tin cá nhân.", $"The reason is needed, up to {LongestReason} characters, naming no person."));
    }

    private static ErasureGround? Ground(ErasureInput command) =>
        Enum.TryParse<ErasureGround>(command.Ground, out var ground) && ground.ToString() == command.Ground ? ground : null;
}

/// <summary>Why data of persons are erased.</summary>
public enum ErasureGround
{
    /// <summary>The person asks for it.</summary>
    PersonAsked,

    /// <summary>The consent they were kept under is withdrawn.</summary>
    ConsentWithdrawn,

    /// <summary>What they were collected for is over, or the period of keeping is.</summary>
    PurposeEnded,

    /// <summary>They should never have been processed.</summary>
    UnlawfulProcessing,

    /// <summary>A competent authority has ordered it.</summary>
    AuthorityOrdered,
}

/// <param name="Reason">Kept for good beside the tombstone: it must name no person.</param>
public sealed record ErasureInput(string? Ground, string? Reason);
