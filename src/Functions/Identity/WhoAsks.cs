using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.Identity;

/// <summary>
/// The one place that says who asks. <see cref="Authenticate"/> has put there who is signed in, with the authority our own table gives him at this moment. An applicant
/// without an account proves by the last digits of the phone that a case is his.
/// </summary>
public sealed class WhoAsks
{
    public const string PhoneHeader = "X-Phone-Digits";

    private readonly object place = new();

    /// <returns>Whoever is signed in and holds any authority today; null for everybody else.</returns>
    public Actor? Staff(HttpRequest request) => Person(request) is { Authorities.Count: > 0 } person ? person : null;

    /// <returns>Whoever is signed in, with authority or without; null when nobody is.</returns>
    public Actor? Person(HttpRequest request) => request.HttpContext.Items.TryGetValue(place, out var person) ? (Actor?)person : null;

    public static bool IsApplicant(string? phoneDigits, Application state) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(phoneDigits ?? ""), Encoding.UTF8.GetBytes(state.Submission.Representative.Phone.LastDigits(4)));

    /// <summary>Does the person hold any role in the unit, in one above it, or in what has come of them by the day?</summary>
    public static bool IsInArea(Actor actor, AdministrativeUnit unit, UnitDirectory units, DateOnly day) =>
        actor.Authorities.Any(authority => units.LiesIn(unit, authority.Unit, day));

    internal void Is(HttpContext http, Actor person) => http.Items[place] = person;
}
