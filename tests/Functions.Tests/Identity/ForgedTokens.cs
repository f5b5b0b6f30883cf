using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Tokens that must not be believed, each wrong in one thing. Made by hand: a library would refuse to make most of them.</summary>
internal static class ForgedTokens
{
    private const string Person = "administrator";
    private static readonly SigningKey Foreign = SigningKey.Rsa("rsa-1");
    private static readonly SigningKey ForeignEc = SigningKey.Ec("ec-1");

    public static IReadOnlyDictionary<string, Func<TestIssuer, DateTimeOffset, string>> All { get; } = new Dictionary<string, Func<TestIssuer, DateTimeOffset, string>>
    {
        ["nothing"] = (_, _) => "",
        ["no token at all"] = (_, _) => "abc",
        ["dots"] = (_, _) => "..",
        ["not base64"] = (_, _) => "%%.%%.%%",
        ["a megabyte"] = (i, n) => Good(i, n) + new string('a', 1_000_000),
        ["alg none"] = (i, n) => Unsigned(i, n, "none"),
        ["alg None"] = (i, n) => Unsigned(i, n, "None"),
        ["alg nOnE"] = (i, n) => Unsigned(i, n, "nOnE"),
        ["alg none, signature kept"] = (i, n) => Spliced(Good(i, n), header: With(i.Header(), "alg", "none")),
        ["alg missing"] = (i, n) => Sign(i, n, header => header.Remove("alg")),
        ["alg empty"] = (i, n) => Sign(i, n, header => header["alg"] = ""),
        ["alg a number"] = (i, n) => Sign(i, n, header => header["alg"] = 256),
        ["signature missing"] = (i, n) => string.Join('.', Good(i, n).Split('.')[..2]) + ".",
        ["signature of another token"] = (i, n) => Parts(Good(i, n), 2, Good(i, n.AddSeconds(1)).Split('.')[2]),
        ["signature one bit off"] = (i, n) => FlippedSignature(Good(i, n)),
        ["signature cut"] = (i, n) => Good(i, n)[..^10],
        ["claims changed after signing"] = (i, n) => Parts(Good(i, n), 1, Encode(With(i.Claims("province-36", n), "jti", "x"))),
        ["header changed after signing"] = (i, n) => Spliced(Good(i, n), With(i.Header(), "x", "y")),
        ["another key under the published name"] = (i, n) => Foreign.Sign(i.Header(), i.Claims(Person, n)),
        ["another curve key under the published name"] = (i, n) => ForeignEc.Sign(Header("ES256", "ec-1"), i.Claims(Person, n)),
        ["unknown key"] = (i, n) => SigningKey.Rsa("rsa-9").Sign(Header("RS256", "rsa-9"), i.Claims(Person, n)),
        ["no key named, another key"] = (i, n) => Foreign.Sign(Without(i.Header(), "kid"), i.Claims(Person, n)),
        ["key named by a path"] = (i, n) => SigningKey.Hmac("x", []).Sign(Header("HS256", "../../../../dev/null"), i.Claims(Person, n)),
        ["key named by a query"] = (i, n) => SigningKey.Hmac("x", "key"u8.ToArray()).Sign(Header("HS256", "x' UNION SELECT 'key"), i.Claims(Person, n)),
        ["key named by an object"] = (i, n) => Sign(i, n, header => header["kid"] = new JsonObject { ["a"] = 1 }),
        ["key confusion: HS256 over the public key"] = (i, n) => SigningKey.Hmac("rsa-1", Encoding.ASCII.GetBytes(i.Key.PublicPem)).Sign(Header("HS256", i.Key.Id), i.Claims(Person, n)),
        ["key confusion: HS256 over the public key, end of line cut"] = (i, n) =>
            SigningKey.Hmac("rsa-1", Encoding.ASCII.GetBytes(i.Key.PublicPem.TrimEnd())).Sign(Header("HS256", i.Key.Id), i.Claims(Person, n)),
        ["key confusion: HS256 over the modulus"] = (i, n) => SigningKey.Hmac("rsa-1", Encoding.ASCII.GetBytes(i.Key.ToJwk()["n"]!.GetValue<string>())).Sign(Header("HS256", i.Key.Id), i.Claims(Person, n)),
        ["RS256 said of a curve key"] = (i, n) => i.Key.Sign(Header("RS256", "ec-1"), i.Claims(Person, n)),
        ["ES256 said of an RSA key"] = (i, n) => i.Key.Sign(Header("ES256", i.Key.Id), i.Claims(Person, n)),
        ["ES256 of zeros"] = (i, n) => Parts(ForeignEc.Sign(Header("ES256", "ec-1"), i.Claims(Person, n)), 2, SigningKey.Base64Url(new byte[64])),
        ["algorithm not in the list"] = (i, n) => Sign(i, n, header => header["alg"] = "RS384"),
        ["own key in the header (jwk)"] = (i, n) => Foreign.Sign(With(Header("RS256", "rsa-1"), "jwk", Foreign.ToJwk()), i.Claims(Person, n)),
        ["own key in the header (jwk), no kid"] = (i, n) => Foreign.Sign(With(Without(Header("RS256", "-"), "kid"), "jwk", Foreign.ToJwk()), i.Claims(Person, n)),
        ["own key behind an address (jku)"] = (i, n) => Foreign.Sign(With(Header("RS256", "rsa-9"), "jku", "http://127.0.0.1:1/jwks"), i.Claims(Person, n)),
        ["own certificate behind an address (x5u)"] = (i, n) => Foreign.Sign(With(Header("RS256", "rsa-1"), "x5u", "http://127.0.0.1:1/cert"), i.Claims(Person, n)),
        ["own certificate in the header (x5c)"] = (i, n) => Foreign.Sign(With(Header("RS256", "rsa-1"), "x5c", new JsonArray("MIIB")), i.Claims(Person, n)),
        ["an extension said to be critical"] = (i, n) => Sign(i, n, header => (header["crit"], header["exp2"]) = (new JsonArray("exp2"), 1)),
        ["expired"] = (i, n) => Claim(i, n, claims => claims["exp"] = n.AddSeconds(-31).ToUnixTimeSeconds()),
        ["never expires"] = (i, n) => Claim(i, n, claims => claims.Remove("exp")),
        ["expiry is a word"] = (i, n) => Claim(i, n, claims => claims["exp"] = "tomorrow"),
        ["expiry is negative"] = (i, n) => Claim(i, n, claims => claims["exp"] = -1),
        ["not yet valid"] = (i, n) => Claim(i, n, claims => claims["nbf"] = n.AddSeconds(40).ToUnixTimeSeconds()),
        ["issued at no time"] = (i, n) => Claim(i, n, claims => claims.Remove("iat")),
        ["issued tomorrow"] = (i, n) => Claim(i, n, claims => claims["iat"] = n.AddDays(1).ToUnixTimeSeconds()),
        ["for another audience"] = (i, n) => Claim(i, n, claims => claims["aud"] = "https://other.example/api"),
        ["for no audience"] = (i, n) => Claim(i, n, claims => claims.Remove("aud")),
        ["audience a beginning of ours"] = (i, n) => Claim(i, n, claims => claims["aud"] = TestIssuer.Audience[..^1]),
        ["audience ours and a slash"] = (i, n) => Claim(i, n, claims => claims["aud"] = TestIssuer.Audience + "/"),
        ["audience ours in other letters"] = (i, n) => Claim(i, n, claims => claims["aud"] = TestIssuer.Audience.ToUpperInvariant()),
        ["for the client, as an identity token is"] = (i, n) => Claim(i, n, claims => claims["aud"] = TestIssuer.ClientId),
        ["of another issuer"] = (i, n) => Claim(i, n, claims => claims["iss"] = "https://evil.example"),
        ["of an issuer that begins like ours"] = (i, n) => Claim(i, n, claims => claims["iss"] = i.Issuer + ".evil.example"),
        ["of no issuer"] = (i, n) => Claim(i, n, claims => claims.Remove("iss")),
        ["an identity token by type"] = (i, n) => Sign(i, n, header => header["typ"] = "JWT"),
        ["a sign-out token by type"] = (i, n) => Sign(i, n, header => header["typ"] = "logout+jwt"),
        ["of no type"] = (i, n) => Sign(i, n, header => header.Remove("typ")),
        ["of nobody"] = (i, n) => Claim(i, n, claims => claims.Remove("sub")),
        ["of an empty name"] = (i, n) => Claim(i, n, claims => claims["sub"] = ""),
        ["of a list of people"] = (i, n) => Claim(i, n, claims => claims["sub"] = new JsonArray(Person, "province-36")),
        ["of the applicants without account"] = (i, n) => Claim(i, n, claims => claims["sub"] = "applicant"),
        ["of the service itself"] = (i, n) => Claim(i, n, claims => claims["sub"] = "system"),
        ["encrypted to nobody"] = (i, n) => Good(i, n) + ".abc.def",
        ["two tokens"] = (i, n) => $"{Good(i, n)} {Good(i, n)}",
    };

    private static string Good(TestIssuer issuer, DateTimeOffset now) => issuer.Key.Sign(issuer.Header(), issuer.Claims(Person, now));

    private static string Sign(TestIssuer issuer, DateTimeOffset now, Action<JsonObject> spoil)
    {
        var header = issuer.Header();
        spoil(header);
        return issuer.Key.Sign(header, issuer.Claims(Person, now));
    }

    private static string Claim(TestIssuer issuer, DateTimeOffset now, Action<JsonObject> spoil)
    {
        var claims = issuer.Claims(Person, now);
        spoil(claims);
        return issuer.Key.Sign(issuer.Header(), claims);
    }

    private static string Unsigned(TestIssuer issuer, DateTimeOffset now, string algorithm) => $"{Encode(Header(algorithm, "rsa-1"))}.{Encode(issuer.Claims(Person, now))}.";

    private static JsonObject Header(string algorithm, string kid) => new() { ["alg"] = algorithm, ["kid"] = kid, ["typ"] = "at+jwt" };

    private static JsonObject With(JsonObject of, string name, JsonNode value)
    {
        of[name] = value;
        return of;
    }

    private static JsonObject Without(JsonObject of, string name)
    {
        of.Remove(name);
        return of;
    }

    private static string Spliced(string token, JsonObject header) => Parts(token, 0, Encode(header));

    private static string Parts(string token, int place, string part)
    {
        var parts = token.Split('.');
        parts[place] = part;
        return string.Join('.', parts);
    }

    private static string FlippedSignature(string token)
    {
        var signature = Convert.FromBase64String(token.Split('.')[2].Replace('-', '+').Replace('_', '/').PadRight((token.Split('.')[2].Length + 3) / 4 * 4, '='));
        signature[RandomNumberGenerator.GetInt32(signature.Length)] ^= 1;
        return Parts(token, 2, SigningKey.Base64Url(signature));
    }

    private static string Encode(JsonObject part) => SigningKey.Base64Url(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
