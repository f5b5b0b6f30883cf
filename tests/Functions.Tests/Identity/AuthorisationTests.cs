using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Every function x everybody who could ask, against the running service.</summary>
public sealed class AuthorisationTests : IAsyncLifetime
{
    private readonly TemporaryDirectory data = new();
    private App app = null!;

    public async Task InitializeAsync() => app = await App.StartAsync(("SamplePeople", MatrixPeople.Write(data.Path)));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public void Matrix_EveryFunctionOfTheService_HasItsRow()
    {
        var functions = Policies.Functions(typeof(Composition).Assembly).ToList();

        Assert.Equal(functions.Where(function => function.IsHttp).Select(function => function.Name).Order(), Matrix.Rows.Select(row => row.Function).Order());
        Assert.Equal(functions.Where(function => !function.IsHttp).Select(function => function.Name).Order(), Matrix.Internal.Order());
        Assert.All(Matrix.Rows, row => Assert.True(row.Expected.Count == MatrixPeople.Columns.Count, row.Function));
    }

    [Fact]
    public async Task Matrix_EveryCell_IsAnsweredAsExpected()
    {
        // A case for each cell that speaks of one, so that no cell changes what the next one finds.
        var cells = Matrix.Rows.SelectMany(row => MatrixPeople.Columns.Select((person, column) => (row, person, Expected: row.Expected[column]))).ToList();
        var dossiers = new Queue<string>(await app.SubmitAsync(cells.Count(cell => cell.row.NeedsCase)));
        var last = dossiers.Last();
        foreach (var dossier in dossiers)
            await app.UntilStatusAsync(dossier, "InReview");

        var wrong = new List<string>();
        foreach (var (row, person, expected) in cells)
        {
            var answer = await Matrix.AskAsync(app.Api, row, person, row.NeedsCase ? dossiers.Dequeue() : last);
            if ((int)answer.Status != expected)
                wrong.Add($"{row.Function} by '{person}': {expected} expected, {answer}");
            // Whoever has signed out comes again with a token of afterwards.
            if (row.Function == "SignOut")
                app.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Conflicted_Case_LooksExactlyLikeOneThatDoesNotExist()
    {
        var dossier = await app.SubmitAsync();
        await app.UntilStatusAsync(dossier, "InReview");
        foreach (var row in Matrix.Rows.Where(row => row.Path.Contains("{d}", StringComparison.Ordinal)))
        {
            foreach (var person in new[] { "DistrictReviewer-tied", "Auditor-tied", "Administrator-tied" })
            {
                var (hidden, missing) = (await Matrix.AskAsync(app.Api, row, person, dossier), await Matrix.AskAsync(app.Api, row, person, "H40.361-200101-0001"));
                Assert.Equal((row.Function, person, missing.Status, missing.Text), (row.Function, person, hidden.Status, hidden.Text));
            }
        }
    }
}
