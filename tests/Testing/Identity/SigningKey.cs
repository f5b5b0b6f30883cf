using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TitleCertification.Testing.Identity;

/// <summary>A key that signs JSON Web Tokens by hand, rightly or as a forger would.</summary>
public sealed class SigningKey
{
    private readonly Func<byte[], byte[]> sign;
    private readonly JsonObject jwk;

    private SigningKey(string id, string algorithm, Func<byte[], byte[]> sign, JsonObject jwk, string publicPem)
    {
        (Id, Algorithm, this.sign, this.jwk, PublicPem) = (id, algorithm, sign, jwk, publicPem);
        (jwk["kid"], jwk["use"], jwk["alg"]) = (id, "sig", algorithm);
    }

    public string Id { get; }

    public string Algorithm { get; }

    public string PublicPem { get; }

    public static SigningKey Rsa(string id, int bits = 2048, string algorithm = "RS256")
    {
        var rsa = RSA.Create(bits);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return new(
            id, algorithm, data => rsa.SignData(data, HashAlgorithmName.SHA256, padding),
            new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url(parameters.Modulus!), ["e"] = Base64Url(parameters.Exponent!) }, rsa.ExportSubjectPublicKeyInfoPem());
    }

    public static SigningKey Ec(string id)
    {
        var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = ec.ExportParameters(includePrivateParameters: false).Q;
        return new(
            id, "ES256", data => ec.SignData(data, HashAlgorithmName.SHA256), new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url(q.X!), ["y"] = Base64Url(q.Y!) },
            ec.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>A shared secret, which no issuer publishes.</summary>
    public static SigningKey Hmac(string id, byte[] secret) =>
        new(id, "HS256", data => HMACSHA256.HashData(secret, data), new JsonObject { ["kty"] = "oct", ["k"] = Base64Url(secret) }, "");

    public JsonObject ToJwk() => (JsonObject)jwk.DeepClone();

    public string Sign(JsonObject header, JsonObject claims)
    {
        var content = $"{Base64Url(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{content}.{Base64Url(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    public static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
