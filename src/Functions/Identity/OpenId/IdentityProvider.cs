using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TitleCertification.Functions.Identity.OpenId;

/// <summary>
/// The metadata and keys of the configured provider. They are read again every ten minutes, and when a token names a key that is not among them: once a second at most, and
/// whoever brings such a token waits for it. So a key is known from the moment it is published, and forged tokens cost the provider one request a second.
/// </summary>
/// <remarks>Not <c>ConfigurationManager</c>: it refuses the first tokens of a new key while it fetches in the background (docs/adr/0130).</remarks>
public sealed class IdentityProvider(SignInOptions options, ILogger<IdentityProvider> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1_000_000 };
    private readonly SemaphoreSlim gate = new(1, 1);
    private OpenIdConnectConfiguration? current;
    private long askedAt;

    /// <exception cref="ProviderUnavailableException">None is set.</exception>
    public OpenIdSettings Settings => options.OpenId ?? throw new ProviderUnavailableException();

    public bool IsSet => options.OpenId is not null;

    /// <exception cref="ProviderUnavailableException">It was never reached.</exception>
    public async Task<OpenIdConnectConfiguration> MetadataAsync(CancellationToken cancellationToken)
    {
        _ = Settings;
        if (current is not { } known)
            return await NewerThanAsync(null, cancellationToken);
        // What is known holds on while the provider does not answer.
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref askedAt)) > Fresh)
            return await NewerThanAsync(known, cancellationToken);
        return known;
    }

    /// <summary>Asks the provider again, unless somebody has since <paramref name="seen"/> was read.</summary>
    /// <exception cref="ProviderUnavailableException">It was never reached.</exception>
    public async Task<OpenIdConnectConfiguration> NewerThanAsync(OpenIdConnectConfiguration? seen, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is { } known && known != seen)
                return known;
            if (askedAt != 0 && Pause - Stopwatch.GetElapsedTime(askedAt) is { Ticks: > 0 } pause)
                await Task.Delay(pause, cancellationToken);
            Interlocked.Exchange(ref askedAt, Stopwatch.GetTimestamp());
            current = await FetchAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The identity provider does not answer: {Message}", e.Message);
        }
        finally
        {
            gate.Release();
        }

        return current ?? throw new ProviderUnavailableException();
    }

    /// <summary>Redeems, at the provider, what a person brought from there.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, Action<HttpRequestMessage> sign, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        sign(request);
        return await http.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        http.Dispose();
        gate.Dispose();
    }

    private async Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken)
    {
        var documents = new HttpDocumentRetriever(http) { RequireHttps = Settings.Authority.Scheme == Uri.UriSchemeHttps };
        var issuer = Settings.Authority.AbsoluteUri.TrimEnd('/');
        var found = await OpenIdConnectConfigurationRetriever.GetAsync($"{issuer}/.well-known/openid-configuration", documents, cancellationToken);
        // OpenID Connect Discovery 1.0, 4.3: metadata of another issuer is not to be used.
        if (found.Issuer?.TrimEnd('/') != issuer)
            throw new InvalidOperationException($"the metadata of {issuer} names the issuer {found.Issuer}");
        if (found.SigningKeys.Count == 0)
            throw new InvalidOperationException($"{issuer} publishes no key for signatures");
        return found;
    }
}

/// <summary>Nobody can sign in now: no provider is set, or it has not been reached since the start.</summary>
public sealed class ProviderUnavailableException() : Exception("The identity provider does not answer.");
