namespace TitleCertification.Functions.Tests.OpenApi;

/// <summary>Runs when all other tests of this project have run, and judges what they were answered (<see cref="Contract"/>). Alone it fails: it has seen nothing.</summary>
[Collection(nameof(AfterAll))]
public sealed class AnswersAfterAllTests
{
    /// <summary>Declared, true, and asked for by no test; why.</summary>
    private static readonly Dictionary<(string Operation, string Status), string> NotAskedFor = new()
    {
        // "contended" alone: five others have to be first within one request. By chance they may be; no test asks for it.
        [("DeclareConflict", "409")] = Contended, [("WithdrawConsent", "409")] = Contended, [("RegisterPerson", "409")] = Contended,
        [("SubmitDraft", "409")] = "A draft is filed as any submission is; SubmitApplication is asked.",
        [("EndAuthority", "409")] = Contended, [("RecordTie", "409")] = Contended, [("RemoveTie", "409")] = Contended,
    };

    private const string Contended = "Tried where a record is written, by many at once (ApplicationTable, PeopleTable).";

    [Fact]
    public void EveryAnswer_ThatAnyTestGot_IsAsTheDocumentSays() => Assert.Equal([], Contract.Violations);

    [Fact]
    public void EveryDeclaredAnswer_OfCallers_WasGivenToSomeTest()
    {
        var declared = Contract.Declared.Where(answer => answer.Status[0] is '2' or '3' or '4').ToList();

        Assert.Empty(declared.Except(Contract.Seen).Except(NotAskedFor.Keys));
        Assert.Empty(NotAskedFor.Keys.Except(declared));
    }
}

/// <summary>Collections that do not run in parallel run last.</summary>
[CollectionDefinition(nameof(AfterAll), DisableParallelization = true)]
public sealed class AfterAll;
