using TitleCertification.Domain.Review;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>What the navigation offers to one of the staff. It opens nothing: every function asks for itself who may call it.</summary>
internal static class StaffAreas
{
    public static StaffWork Of(Actor? person) => person is null ? new(false, false) : new(
        Reviews: person.MayDecide && (person.Has(Role.CommuneOfficer) || person.Has(Role.DistrictReviewer) || person.Has(Role.ProvincialApprover)),
        Administers: person.Has(Role.Administrator) || person.Has(Role.Auditor),
        Assists: person.Has(Role.CommuneOfficer));
}
