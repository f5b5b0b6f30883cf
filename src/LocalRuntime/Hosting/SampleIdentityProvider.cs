using System.Security.Cryptography;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// An OpenID Connect provider with made-up people as a child process, for trying out. Started where the setting <c>LocalServices:SamplePeople</c> names the file of people and no
/// provider is set; the app is then configured for it as for any other.
/// </summary>
internal sealed class SampleIdentityProvider : IAsyncDisposable
{
    private const string Client = "title-certification";
    private const string Audience = "urn:title-certification:api";

    private readonly NodeProgram _program;
    private readonly int _port;
    private readonly string _secret;

    private SampleIdentityProvider(NodeProgram program, int port, string secret) => (_program, _port, _secret) = (program, port, secret);

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Oidc:Authority"] = $"http://127.0.0.1:{_port}",
        ["Oidc:ClientId"] = Client,
        ["Oidc:ClientSecret"] = _secret,
        ["Oidc:Audience"] = Audience,
    };

    /// <summary>Starts it and does not wait.</summary>
    /// <exception cref="StartupException">Node.js or the provider is not installed.</exception>
    public static SampleIdentityProvider Start(string contentRoot, string people)
    {
        var (port, secret) = (NodeProgram.FreePort(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var program = NodeProgram.Start(
            "The sample identity provider", contentRoot, Path.Combine("oidc", "provider.mjs"), "set Oidc__Authority to a provider of your own",
            ["--port", NodeProgram.Text(port), "--people", Path.GetFullPath(people), "--client", Client, "--audience", Audience],
            // Not an argument: everybody on the machine can read those.
            new Dictionary<string, string> { ["OIDC_CLIENT_SECRET"] = secret });
        return new SampleIdentityProvider(program, port, secret);
    }

    /// <exception cref="StartupException">It ended, or did not answer in time.</exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) => _program.WaitUntilListeningAsync(_port, cancellationToken);

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
