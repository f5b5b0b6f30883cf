using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace TitleCertification.Testing.Identity;

/// <summary>
/// A provider of identities on a port of this machine: metadata, keys, tokens for whomever a test names, and the code flow, in which everybody it is told of signs in without being
/// asked. Nothing in it comes from the libraries that the service checks tokens with.
/// </summary>
public sealed class TestIssuer : IDisposable
{
    public const string ClientId = "title-certification";
    public const string ClientSecret = "a secret of the tests: x+y/z";
    public const string Audience = "https://title-certification.test/api";

    private readonly HttpListener listener;
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> tokens = new();
    private readonly ConcurrentDictionary<string, NameValues> codes = new();
    private volatile SigningKey[] published;

    private sealed record NameValues(string Person, string Nonce, string Challenge, string RedirectUri);

    public TestIssuer()
    {
        published = [Key = SigningKey.Rsa("rsa-1"), SigningKey.Ec("ec-1")];
        (Address, listener) = Listen();
        _ = ServeAsync();
    }

    /// <summary>One for all tests of a process.</summary>
    public static TestIssuer Shared { get; } = new();

    public Uri Address { get; }

    public string Issuer => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>What signs unless a test says otherwise.</summary>
    public SigningKey Key { get; private set; }

    public IReadOnlyList<SigningKey> Published => published;

    /// <summary>How often the keys were read.</summary>
    public int KeyReads { get; private set; }

    /// <summary>Who signs in by the code flow next.</summary>
    public string NextPerson { get; set; } = "district-361";

    /// <summary>When the code flow's tokens are issued.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Changes the identity token of the code flow before it is signed.</summary>
    public Action<JsonObject> Spoil { get; set; } = _ => { };

    /// <summary>The settings of a service that believes this issuer, as configuration keys.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Oidc:Authority"] = Issuer,
        ["Oidc:ClientId"] = ClientId,
        ["Oidc:ClientSecret"] = ClientSecret,
        ["Oidc:Audience"] = Audience,
    };

    /// <summary>Signs with a new key from now on; the ones before are published on, or no more.</summary>
    public void Rotate(SigningKey next, bool keepOld)
    {
        Key = next;
        published = keepOld ? [.. published, next] : [next];
    }

    /// <summary>A good access token; the same for five minutes, because signing costs more than the service's check of it.</summary>
    public string TokenOf(string person, TimeProvider? clock = null)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        if (tokens.TryGetValue(person, out var kept) && now < kept.Until && now > kept.Until.AddMinutes(-5))
            return kept.Token;
        var token = Key.Sign(Header(), Claims(person, now));
        tokens[person] = (token, now.AddMinutes(5));
        return token;
    }

    public JsonObject Header() => new() { ["alg"] = Key.Algorithm, ["kid"] = Key.Id, ["typ"] = "at+jwt" };

    public JsonObject Claims(string person, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer, ["aud"] = Audience, ["sub"] = person, ["client_id"] = "a client", ["jti"] = Guid.NewGuid().ToString(),
        ["iat"] = now.ToUnixTimeSeconds(), ["nbf"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (status, body) = context.Request.Url!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => (200, Metadata()),
            "/jwks" => (200, Keys()),
            "/authorize" => (302, Authorize(context)),
            "/token" => await RedeemAsync(context.Request),
            _ => (404, new JsonObject()),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()));
        context.Response.Close();
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Issuer, ["jwks_uri"] = $"{Issuer}/jwks", ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token",
        ["end_session_endpoint"] = $"{Issuer}/end", ["response_types_supported"] = new JsonArray("code"), ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256", "ES256"),
    };

    private JsonObject Keys()
    {
        KeyReads++;
        return new() { ["keys"] = new JsonArray([.. published.Select(key => (JsonNode)key.ToJwk())]) };
    }

    private JsonObject Authorize(HttpListenerContext context)
    {
        var query = HttpUtility.ParseQueryString(context.Request.Url!.Query);
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new(NextPerson, query["nonce"]!, query["code_challenge"]!, query["redirect_uri"]!);
        context.Response.RedirectLocation = $"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}&iss={Uri.EscapeDataString(Issuer)}";
        return [];
    }

    private async Task<(int Status, JsonObject Body)> RedeemAsync(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream);
        var form = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(ClientSecret)}"))}";
        var challenge = SigningKey.Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? "")));
        if (request.Headers["Authorization"] != basic || !codes.TryRemove(form["code"] ?? "", out var code) || code.Challenge != challenge || code.RedirectUri != form["redirect_uri"])
            return (400, new JsonObject { ["error"] = "invalid_grant" });

        var claims = Claims(code.Person, Clock.GetUtcNow());
        (claims["aud"], claims["nonce"]) = (ClientId, code.Nonce);
        Spoil(claims);
        return (200, new JsonObject { ["id_token"] = Key.Sign(new JsonObject { ["alg"] = Key.Algorithm, ["kid"] = Key.Id }, claims), ["access_token"] = "opaque", ["token_type"] = "Bearer" });
    }

    private static (Uri Address, HttpListener Listener) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
            var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                listener.Start();
                return (address, listener);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody took the port meanwhile.
            }
        }
    }
}
