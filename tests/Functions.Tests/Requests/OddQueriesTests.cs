using System.Net;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Requests;

/// <summary>Whatever somebody writes behind the question mark of an address, the service does not fail.</summary>
public sealed class OddQueriesTests : IAsyncLifetime
{
    private static readonly string[] Names = ["after", "limit", "page", "person", "day", "dossier", "search", "in", "unit", "unitCode", "on", "year", "title", "level", "id", "state", "kind", "returnTo", "lang", "text"];
    private readonly TemporaryDirectory data = new();
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync(("SamplePeople", MatrixPeople.Write(data.Path)));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        data.Dispose();
    }

    [Theory]
    [InlineData("%01")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("~'%22%2F")]
    [InlineData("99999999999999999999")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Get_WithEveryParameterOdd_IsAnswered(string odd)
    {
        var query = string.Join('&', Names.Select(name => $"{name}={odd}"));
        var failed = new List<string>();
        foreach (var row in Matrix.Rows.Where(row => row.Verb == "GET" && !row.NeedsCase && row.Function is not ("SignIn" or "SignInCallback")))
        {
            foreach (var person in new[] { "Administrator-own", "Auditor-own", "DistrictReviewer-own" })
            {
                var path = row.Path.Replace("{r}", MatrixPeople.RoleOf(person), StringComparison.Ordinal).Replace("{u}", MatrixPeople.UnitOf(person), StringComparison.Ordinal);
                var answer = await app.Api.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}", person);
                if (answer.Status >= HttpStatusCode.InternalServerError)
                    failed.Add($"{row.Function}: {answer.Status}");
            }
        }

        Assert.Empty(failed.Distinct());
    }
}
