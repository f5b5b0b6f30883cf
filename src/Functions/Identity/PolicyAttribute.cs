using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// Who may call a function. Every function declares it, whatever triggers it; one without stops the start (<see cref="PoliciesAtStart"/>). The
/// policy is checked before the function runs; what depends on the case (area, stage, four eyes, conflicts) is checked inside the command.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PolicyAttribute(Access access, params Role[] roles) : Attribute
{
    public Access Access => access;

    /// <summary>For <see cref="Access.Staff"/>: at least one of these, in whatever unit; empty means any role.</summary>
    public IReadOnlyList<Role> Roles => roles;
}

public enum Access
{
    /// <summary>Anybody, signed in or not.</summary>
    Public,

    /// <summary>Whoever the case belongs to: by code and phone, or signed in as who submitted it. The function proves it (<see cref="CaseAccess"/>).</summary>
    Applicant,

    /// <summary>The applicant of the case, or staff of its area. The function proves it (<see cref="CaseAccess"/>).</summary>
    ApplicantOrStaff,

    /// <summary>Anybody who is signed in, with authority or without.</summary>
    SignedIn,

    /// <summary>A person who holds one of the roles today.</summary>
    Staff,

    /// <summary>The runtime alone: timers, activities, orchestrations. Never over HTTP.</summary>
    Internal,
}
