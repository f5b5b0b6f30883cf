namespace TitleCertification.Testing.Storage;

/// <summary>What befalls one request to storage.</summary>
public enum Fault
{
    None,

    /// <summary>Not applied, and the caller is told of an outage.</summary>
    Before,

    /// <summary>Applied, and the caller is told of an outage: the lost answer.</summary>
    After,

    /// <summary>Somebody else's write comes first (<see cref="Faults.Rival"/>).</summary>
    LostRace,

    /// <summary>The process is killed (SIGKILL) before the request is sent.</summary>
    KillBefore,

    /// <summary>The process is killed (SIGKILL) once the request has been applied.</summary>
    KillAfter,
}
