using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
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

    /// <summary>Whatever function it is: one of the staff who is shown whose case it is stands in the reading log.</summary>
    [Fact]
    public async Task Matrix_WhoeverOfTheStaffIsShownTheHolder_IsRecorded()
    {
        const string Holder = "Truong Doc Nhat Vo Nhi";
        var dossier = (await app.AnsweredAsync(app.Api.SubmitAsync(SampleSubmission.Of(Holder)))).Json["dossier"]!.GetValue<string>();
        await app.UntilQueuedAsync("DistrictReviewer/361", "DistrictReviewer-own", dossier);
        var (log, reader) = (app.Services.GetRequiredService<ReadLog>(), app.Services.GetRequiredService<ReadLogReader>());
        var (shown, unseen) = (new HashSet<string>(), new List<string>());
        // The mailbox of one machine is open to anybody, staff or not.
        foreach (var row in Matrix.Rows.Where(row => (row.Verb == "GET" || row.Function == "FindWaiting") && row.Function is not ("GetMailbox" or "ShowMailbox")))
        {
            foreach (var person in MatrixPeople.Columns.OfType<string>().Where(person => person.EndsWith("-own", StringComparison.Ordinal)))
            {
                var before = await ReadsAsync(person);
                if (!(await Matrix.AskAsync(app.Api, row, person, dossier)).Text.Contains(Holder, StringComparison.Ordinal))
                    continue;
                shown.Add(row.Function);
                if (await ReadsAsync(person) == before)
                    unseen.Add($"{row.Function} by {person}");
            }
        }

        Assert.Empty(unseen);
        Assert.Superset(new HashSet<string> { "GetApplication", "GetWaitingApplications", "FindWaiting", "ShowWaiting", "ShowReview", "AskConflict", "ConfirmApproval" }, shown);

        async Task<int> ReadsAsync(string person)
        {
            await log.FlushAsync(CancellationToken.None);
            var reads = (await reader.OfDayAsync(VietnamTime.DayOf(app.Clock.GetUtcNow()), PeopleTable.KeyOf(person), null, 1000, CancellationToken.None)).Reads;
            return reads.Count(read => read.Dossier == dossier || read.Listed?.Contains(dossier) == true);
        }
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
