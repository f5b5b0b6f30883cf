using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Review;

/// <summary>What a person may do, always together with an administrative unit (<see cref="Authority"/>).</summary>
public enum Role
{
    Applicant,
    CommuneOfficer,
    DistrictReviewer,
    ProvincialApprover,
    Auditor,
    Administrator,
}

/// <summary>A role in one administrative unit. Nothing follows from it for another unit.</summary>
/// <param name="Stage">Code of the only stage it holds for; null for every stage of the role.</param>
public sealed record Authority(Role Role, string Unit, string? Stage = null);

/// <summary>Who commands.</summary>
/// <param name="Id">A person's id, as the provider of identities names him. Applicant without account: "applicant". The service itself: "system".</param>
/// <param name="Authorities">What he may do today.</param>
/// <param name="Ties">What he is a part of himself: cases of these are not his to see.</param>
public sealed record Actor(
    string Id, string Name, IReadOnlyList<Authority> Authorities, IReadOnlyList<string>? SignatoryCapacity = null, IReadOnlyList<Tie>? Ties = null, PhoneNumber? Phone = null)
{
    /// <summary>The service acting by itself: receipt, deadlines, certificates.</summary>
    public static Actor System { get; } = new("system", "", []);

    /// <summary>Somebody who has proven that the case is his.</summary>
    public static Actor Applicant { get; } = new("applicant", "", []);

    /// <summary>Is this an id that no person may have, because the record means somebody else by it?</summary>
    public static bool IsReserved(string id) => id == System.Id || id == Applicant.Id;

    /// <summary>Who runs the service or watches over it decides no case: whoever grants authority could grant it to himself.</summary>
    public bool MayDecide => !Authorities.Any(authority => authority.Role is Role.Administrator or Role.Auditor);

    public bool Has(Role role) => Authorities.Any(authority => authority.Role == role);

    public bool Has(Role role, string unit) => Authorities.Any(authority => authority.Role == role && authority.Unit == unit);

    /// <summary>Is it he who decides this stage?</summary>
    public bool Holds(StageRule rule) => MayDecide
        && Authorities.Any(authority => authority.Role == rule.Role && authority.Unit == rule.Unit && (authority.Stage is null || authority.Stage == rule.Code));
}
