using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// The one place that says who asks. Staff come from the sample people where those are configured, and from nowhere else until OpenID
/// Connect fills this accessor. An applicant proves by the last digits of the phone that a case is his.
/// </summary>
public sealed class WhoAsks(SamplePeople samplePeople)
{
    private const string StaffHeader = "X-Sample-Person";
    public const string PhoneHeader = "X-Phone-Digits";

    /// <returns>Null when nobody is signed in.</returns>
    public Actor? Staff(HttpRequest request) => samplePeople.Find(request.Headers[StaffHeader].ToString());

    /// <summary>Has the caller shown that the case is his?</summary>
    public static bool IsApplicant(HttpRequest request, Application state) => IsApplicant(request.Headers[PhoneHeader].ToString(), state);

    public static bool IsApplicant(string? phoneDigits, Application state) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(phoneDigits ?? ""), Encoding.UTF8.GetBytes(state.Submission.Representative.Phone.LastDigits(4)));

    /// <summary>Does the person hold any role in the unit, in one above it, or in what has come of them by the day?</summary>
    public static bool IsInArea(Actor actor, AdministrativeUnit unit, UnitDirectory units, DateOnly day) =>
        actor.Authorities.Any(authority => units.LiesIn(unit, authority.Unit, day));
}
