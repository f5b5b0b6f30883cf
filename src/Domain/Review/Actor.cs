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
public sealed record Authority(Role Role, string Unit);

/// <summary>Who commands.</summary>
/// <param name="Id">Staff: the person's id. Applicant without account: "applicant". The service itself: "system".</param>
public sealed record Actor(string Id, string Name, IReadOnlyList<Authority> Authorities, IReadOnlyList<string>? SignatoryCapacity = null)
{
    /// <summary>The service acting by itself: receipt, deadlines, certificates.</summary>
    public static Actor System { get; } = new("system", "", []);

    /// <summary>Somebody who has proven that the case is his.</summary>
    public static Actor Applicant { get; } = new("applicant", "", []);

    public bool Has(Role role, string unit) => Authorities.Contains(new Authority(role, unit));
}
