using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Identity;

public sealed class TokensTests : IAsyncLifetime, IDisposable
{
    private readonly TestIssuer issuer = new();
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task Forged_Tokens_AreNeverBelieved()
    {
        Assert.True(ForgedTokens.All.Count >= 40);
        var believed = new List<string>();
        foreach (var (name, forge) in ForgedTokens.All)
        {
            // Where nobody need sign in too: whoever shows a token believes to be somebody.
            foreach (var path in new[] { "api/me", "api/health" })
            {
                var answer = await AskAsync(path, forge(issuer, app.Clock.GetUtcNow()));
                if (answer.Status is not HttpStatusCode.Unauthorized and not HttpStatusCode.RequestHeaderFieldsTooLarge || answer.Text.Contains("   at ", StringComparison.Ordinal))
                    believed.Add($"{name}: {path}: {answer}");
            }
        }

        Assert.Empty(believed);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("api/me", Token("administrator"))).Status);
    }

    [Fact]
    public async Task Good_Tokens_AreBelievedWhateverTheyCarryBesides()
    {
        var claims = issuer.Claims("administrator", app.Clock.GetUtcNow());
        claims["aud"] = new JsonArray("https://other.example", TestIssuer.Audience);
        // Authority that a token claims is none.
        claims["roles"] = new JsonArray("ProvincialApprover");
        var curve = issuer.Published.Single(key => key.Id == "ec-1");

        var answer = await AskAsync("api/me", curve.Sign(new JsonObject { ["alg"] = "ES256", ["kid"] = "ec-1", ["typ"] = "application/at+jwt" }, claims));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Administrator"], answer.Json["authorities"]!.AsArray().Select(authority => authority!["role"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Rotation_OfKeys_RefusesNoGoodToken()
    {
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("api/me", Token("administrator"))).Status);
        for (var turn = 0; turn < 3; turn++)
        {
            issuer.Rotate(SigningKey.Rsa($"next-{turn}"), keepOld: turn == 0);

            // Many at once, at the very moment: the first to come fetch the keys, the others wait for them.
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync("api/me", Token("administrator"))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        }
    }

    [Fact]
    public async Task Keys_ThatNobodyPublishes_CostTheProviderOneRequestASecond()
    {
        await AskAsync("api/me", Token("administrator"));
        var (before, since) = (issuer.KeyReads, DateTime.UtcNow);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AskAsync("api/me", SigningKey.Ec($"made-up-{i}").Sign(
            new JsonObject { ["alg"] = "ES256", ["kid"] = $"made-up-{i}", ["typ"] = "at+jwt" }, issuer.Claims("administrator", app.Clock.GetUtcNow())))));

        Assert.InRange(issuer.KeyReads - before, 1, 2 + (int)(DateTime.UtcNow - since).TotalSeconds);
    }

    [Fact]
    public async Task SignOut_EndsTheTokensOfBefore_AndThoseOfAfterAreGood()
    {
        var token = Token("administrator");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("api/me", token)).Status);
        app.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync("sign-out", token, HttpMethod.Post)).Status);

        Assert.Equal("token_not_believed", (await AskAsync("api/me", token)).Code);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("api/me", Token("administrator"))).Status);
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("bearer ")]
    public async Task Authorization_OfAnotherKind_IsRefused(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/me");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        Assert.Equal("token_not_believed", (await app.Api.SendAsync(request)).Code);
    }

    private string Token(string person) => issuer.Key.Sign(issuer.Header(), issuer.Claims(person, app.Clock.GetUtcNow()));

    private async Task<Answer> AskAsync(string path, string token, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await app.Api.SendAsync(request);
    }
}
