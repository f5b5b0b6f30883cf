using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;
using TitleCertification.Testing;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Applications;

/// <summary>What is stored of a case can be read with its key alone, and not at all once that is gone.</summary>
public sealed class CaseErasureTests
{
    private static readonly DossierNumber Dossier = Cases.Dossier(1);
    private static readonly string[] Personal = ["Nghĩa Hưng", "Nguyễn Văn An", "0912345678", "an@example.vn", "Kế hoạch"];

    [Fact]
    public async Task Stored_NothingPersonal_CanBeReadWithoutTheKey()
    {
        using var cases = await Cases.CreateAsync();
        await cases.SubmitAsync(Dossier);
        await cases.RecordAsync(Dossier, new Fact.ApplicationWithdrawn("Nguyễn Văn An đổi ý"));

        var rows = await cases.RowsAsync(Dossier);

        Assert.Equal(["fact:000001", "fact:000002", "key", "state"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.All(Personal, text => Assert.DoesNotContain(text, row.Body, StringComparison.Ordinal)));
        var reader = new ApplicationTable(cases.Tables, SampleRules.Over(cases.Blobs), TimeProvider.System);
        Assert.Equivalent(Cases.Submission, (await reader.ReadAsync(Dossier, CancellationToken.None))!.Submission, strict: true);
        Assert.Equal(2, (await reader.ReadFactsAsync(Dossier, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Erase_ClosedCase_LeavesNoKeyAndATombstone()
    {
        using var cases = await Cases.CreateAsync();
        await cases.SubmitAsync(Dossier);
        await cases.RecordAsync(Dossier, new Fact.ApplicationWithdrawn(null));
        var keys = (await cases.RowsAsync(Dossier)).Where(row => row.Key is "key").Select(row => Json.Read<KeyRow>(row.Body).Key).ToList();

        Assert.IsType<CommandResult.Done>(await cases.EraseAsync(Dossier));

        var rows = await cases.RowsAsync(Dossier);
        Assert.Equal(["fact:000001", "fact:000002", "fact:000003", "state"], rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.All(keys, key => Assert.DoesNotContain(key, row.Body, StringComparison.Ordinal)));
        Assert.Contains(nameof(Fact.CaseErased), rows[2].Body, StringComparison.Ordinal);
        var gone = await Assert.ThrowsAsync<CaseErasedException>(() => cases.Table.ReadAsync(Dossier, CancellationToken.None));
        Assert.Equal(("361-tt-lieu-de", ApplicationStatus.Withdrawn), (gone.Erasure!.Unit, gone.Erasure.Status));
        await Assert.ThrowsAsync<CaseErasedException>(() => cases.Table.ReadFactsAsync(Dossier, CancellationToken.None));
        await Assert.ThrowsAsync<CaseErasedException>(() => cases.RecordAsync(Dossier, new Fact.ApplicationReceived()));
        await Assert.ThrowsAsync<CaseErasedException>(() => cases.EraseAsync(Dossier));
    }

    /// <summary>Another instance has erased it: the first time this one looks into storage, what it had at hand is gone too.</summary>
    [Fact]
    public async Task Erase_ByAnotherInstance_IsForgottenHereWhenSeen()
    {
        using var cases = await Cases.CreateAsync();
        await cases.SubmitAsync(Dossier);
        await cases.RecordAsync(Dossier, new Fact.ApplicationWithdrawn(null));
        var other = new ApplicationTable(cases.Tables, SampleRules.Over(cases.Blobs), TimeProvider.System);
        await other.ReadAsync(Dossier, CancellationToken.None);

        await cases.EraseAsync(Dossier);

        Assert.Null(cases.Table.AtHand(Dossier));
        await Assert.ThrowsAsync<CaseErasedException>(() => other.ReadAsync(Dossier, CancellationToken.None));
        Assert.Null(other.AtHand(Dossier));
    }

    [Fact]
    public async Task Erase_OpenOrCertified_IsRefusedWithItsReason()
    {
        using var cases = await Cases.CreateAsync();
        await cases.SubmitAsync(Dossier);
        Assert.Equal(RefusalCodes.CaseOpen, Assert.IsType<CommandResult.Refused>(await cases.EraseAsync(Dossier)).Refusal.Code);

        await cases.RecordAsync(Dossier, new Fact.TitleCertified(RegisterNumber.Parse("DVHT-36-2025-00001"), new(2026, 3, 16), "00"));
        Assert.Equal(RefusalCodes.CertificateInForce, Assert.IsType<CommandResult.Refused>(await cases.EraseAsync(Dossier)).Refusal.Code);
    }

    [Fact]
    public async Task Erase_CaseFromBeforeThereWereKeys_EmptiesItsPlainFacts()
    {
        using var cases = await Cases.CreateAsync();
        var recorded = new RecordedFact(1, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), "applicant", new Fact.ApplicationSubmitted(Cases.Submission, []));
        var (head, body) = FactChain.Append(FactChain.Start(Dossier), Dossier, recorded, key: null);
        var state = $$"""{"state":{{Json.Write(Evolution.Apply(Dossier, null, recorded))}},"head":"{{head}}"}""";
        await cases.Tables.CommitAsync(TableNames.Applications, Dossier.ToString(), [new RowChange.Insert(FactChain.Key(1), body), new RowChange.Insert("state", state)]);

        Assert.Equal("Nguyễn Văn An", (await cases.Table.ReadAsync(Dossier, CancellationToken.None))!.Submission.Representative.Name);
        Assert.Single(await cases.Table.ReadFactsAsync(Dossier, CancellationToken.None));

        // The next command gives it a key.
        await cases.RecordAsync(Dossier, new Fact.ApplicationWithdrawn(null));
        Assert.Contains("key", (await cases.RowsAsync(Dossier)).Select(row => row.Key));
        Assert.Equal(2, (await cases.Table.ReadFactsAsync(Dossier, CancellationToken.None)).Count);

        Assert.IsType<CommandResult.Done>(await cases.EraseAsync(Dossier));
        Assert.All(await cases.RowsAsync(Dossier), row => Assert.All(Personal, text => Assert.DoesNotContain(text, row.Body, StringComparison.Ordinal)));
    }
}
