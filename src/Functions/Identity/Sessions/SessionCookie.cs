using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Identity.OpenId;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Identity.Sessions;

/// <summary>
/// What the browser keeps of a sign-in, encrypted and signed: who, since when, last seen when. It ends after half an hour without a request and after ten hours in any case;
/// signing out ends it on the server (<see cref="People.PeopleTable.SignOutAsync"/>).
/// </summary>
public sealed class SessionCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Name = "session";
    private const string PendingName = "sign-in";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PendingLongest = TimeSpan.FromMinutes(10);

    private readonly IDataProtector sessions = protection.CreateProtector("TitleCertification.Session.v1");
    private readonly IDataProtector pendings = protection.CreateProtector("TitleCertification.SignIn.v1");

    /// <summary>The session of the request, as long as it lasts. Being seen makes it last.</summary>
    public Session? Read(HttpContext http)
    {
        if (Open<Session>(http, Name, sessions) is not { } session)
            return null;
        var now = clock.GetUtcNow();
        if (now - session.SeenAt > Idle || now - session.SignedInAt > Longest || session.SignedInAt > now + Renewal)
            return null;
        if (now - session.SeenAt > Renewal)
            Put(http, Name, sessions, session = session with { SeenAt = now });
        return session;
    }

    /// <summary>A new session, under an id that nobody has known before, in place of whatever the browser held.</summary>
    public void Begin(HttpContext http, Bearer person)
    {
        var now = clock.GetUtcNow();
        Put(http, Name, sessions, new Session(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), person.Person, person.Name, now, now));
    }

    public static void End(HttpContext http) => Drop(http, Name);

    public static bool IsPresent(HttpContext http) => http.Request.Cookies.ContainsKey(FullName(http, Name));

    public void Remember(HttpContext http, PendingSignIn pending) => Put(http, PendingName, pendings, pending);

    /// <summary>The sign-in that this browser has begun, not too long ago. It counts once.</summary>
    public PendingSignIn? Recall(HttpContext http)
    {
        var pending = Open<PendingSignIn>(http, PendingName, pendings);
        Drop(http, PendingName);
        return pending is not null && clock.GetUtcNow() - pending.At <= PendingLongest ? pending : null;
    }

    private static T? Open<T>(HttpContext http, string name, IDataProtector protector)
        where T : class
    {
        if (http.Request.Cookies[FullName(http, name)] is not { Length: > 0 and < 4096 } text)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(text), Json.Options);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            // Not ours, tampered with, or of a key that is gone: as if there were none.
            return null;
        }
    }

    private static void Put<T>(HttpContext http, string name, IDataProtector protector, T value) =>
        http.Response.Cookies.Append(FullName(http, name), protector.Protect(Json.Write(value)), Cookies.Options(http.Request));

    private static void Drop(HttpContext http, string name) => http.Response.Cookies.Delete(FullName(http, name), Cookies.Options(http.Request));

    // The browser refuses the prefix unless the cookie is secure, of this host alone and of every path; over plain http, on one machine, there is none.
    private static string FullName(HttpContext http, string name) => http.Request.IsHttps ? $"__Host-{name}" : name;
}

/// <param name="Id">Random; another one at each sign-in.</param>
/// <param name="Person">As the identity provider names him.</param>
public sealed record Session(string Id, string Person, string? Name, DateTimeOffset SignedInAt, DateTimeOffset SeenAt);
