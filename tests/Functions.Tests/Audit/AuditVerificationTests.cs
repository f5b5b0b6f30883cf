using Microsoft.Extensions.Logging.Abstractions;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Audit;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Tests.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Audit;

public sealed class AuditVerificationTests : IAsyncLifetime
{
    private static readonly Dictionary<DateOnly, ReadOnlyMemory<byte>> NoCopies = [];
    private static readonly string[] Agencies = [Cases.Agency];
    private Cases cases = null!;
    private AuditVerification verification = null!;
    private HeadsArchive archive = null!;
    private HeadsExport export = null!;

    public async Task InitializeAsync()
    {
        cases = await Cases.CreateAsync();
        archive = new HeadsArchive(cases.Blobs);
        export = new HeadsExport(archive, cases.Dossiers, cases.Table, cases.Clock, NullLogger<HeadsExport>.Instance);
        verification = new AuditVerification(archive, cases.Dossiers, cases.Table, cases.Clock);
    }

    public Task DisposeAsync()
    {
        cases.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Whatever is done to the stored facts is found, at the very case and the very fact, and at no other.</summary>
    [Fact]
    public async Task Verify_ThousandRandomTamperings_NamesTheFirstBrokenLink()
    {
        var random = new Random(20260302);
        var (dossiers, young) = (new List<DossierNumber>(), new Dictionary<DossierNumber, IReadOnlyList<StoredRow>>());
        for (var i = 0; i < 4; i++)
        {
            var dossier = await cases.FileAsync();
            await AdvanceAsync(dossier, random.Next(0, 3));
            dossiers.Add(dossier);
            young[dossier] = await RowsAsync(dossier);
            await AdvanceAsync(dossier, random.Next(1, 6));
        }

        await export.RunAsync(Agencies, CancellationToken.None);
        Assert.True((await VerifyAsync()).AllIsWell);
        for (var i = 0; i < 1_000; i++)
        {
            var dossier = dossiers[random.Next(dossiers.Count)];
            var rows = await RowsAsync(dossier);
            var kind = i % Tampering.Kinds;
            var tampering = Tampering.Of(kind, random, rows, young[dossier]);
            await Tampering.StoreAsync(cases.Tables, dossier, tampering.Rows);

            var report = await VerifyAsync();

            var broken = Assert.Single(report.Broken);
            Assert.True(broken.Dossier == dossier && broken.Sequence == tampering.Sequence && tampering.Faults.Contains(broken.Fault),
                $"Tampering {i} of kind {kind}: {broken} instead of {dossier} {tampering.Sequence} {string.Join('/', tampering.Faults)}");
            await Tampering.StoreAsync(cases.Tables, dossier, rows);
        }

        Assert.True((await VerifyAsync()).AllIsWell);
    }

    [Fact]
    public async Task Export_EveryDay_HoldsWhatHasChangedAndTheHashOfTheDayBefore()
    {
        var (first, second) = (await cases.FileAsync(), await cases.FileAsync());
        cases.Clock.Advance(TimeSpan.FromHours(2));
        var monday = await export.RunAsync(Agencies, CancellationToken.None);
        Assert.Equal(2, monday!.Heads.Count);
        Assert.Null(monday.Header.Previous);
        Assert.Null(await export.RunAsync(Agencies, CancellationToken.None));

        cases.Clock.Advance(TimeSpan.FromDays(1));
        await AdvanceAsync(second, 1);
        await cases.RecordAsync(second, new Fact.ApplicationWithdrawn(null));
        await cases.Dossiers.CloseAsync(second, CancellationToken.None);
        var tuesday = await export.RunAsync(Agencies, CancellationToken.None);
        Assert.Equal([second], tuesday!.Heads.Select(head => head.Dossier));
        Assert.Equal(HeadsFile.HashOf((await archive.ReadAsync(new(2026, 3, 2), CancellationToken.None))!.Value), tuesday.Header.Previous!.Sha256);

        // A closed case changes once more: said before it does.
        cases.Clock.Advance(TimeSpan.FromDays(2));
        await cases.Dossiers.ReopenedForAsync(second, CancellationToken.None);
        Assert.IsType<CommandResult.Done>(await cases.EraseAsync(second));
        Assert.Equal([second], (await export.RunAsync(Agencies, CancellationToken.None))!.Heads.Select(head => head.Dossier));

        var report = await VerifyAsync();
        Assert.True(report.AllIsWell, string.Join("; ", report.Broken));
        Assert.Equal((2, 3, 0), (report.Cases, report.Files, report.WithoutRecord));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Verify_ErasedCase_ItsChainStillHolds_AndAnErasureUndoneShows()
    {
        var dossier = await cases.FileAsync();
        await cases.RecordAsync(dossier, new Fact.ApplicationWithdrawn(null));
        var before = await RowsAsync(dossier);
        await cases.EraseAsync(dossier);
        await export.RunAsync(Agencies, CancellationToken.None);
        Assert.True((await VerifyAsync()).AllIsWell);

        await Tampering.StoreAsync(cases.Tables, dossier, before);
        Assert.Equal(LinkFault.CutSinceExport, Assert.Single((await VerifyAsync()).Broken).Fault);
    }

    [Fact]
    public async Task Verify_ClosedCaseThatVanishesBeforeAnyExport_IsMissed()
    {
        var dossier = await cases.FileAsync();
        await cases.RecordAsync(dossier, new Fact.ApplicationWithdrawn(null));
        await cases.Dossiers.CloseAsync(dossier, CancellationToken.None);
        await Tampering.StoreAsync(cases.Tables, dossier, []);

        Assert.Equal(new BrokenLink(dossier, 0, LinkFault.CaseGone), Assert.Single((await VerifyAsync()).Broken));
    }

    [Fact]
    public async Task Verify_NumberWhoseSubmissionBrokeOff_IsNoFault()
    {
        await cases.Dossiers.AllotAsync(Cases.Agency, "0123456789abcdef", cases.Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal((true, 1), ((await VerifyAsync()).AllIsWell, (await VerifyAsync()).WithoutRecord));
    }

    [Fact]
    public async Task Verify_ExportedFileChangedOrGone_IsNamed()
    {
        await cases.FileAsync();
        for (var day = 0; day < 3; day++)
        {
            await export.RunAsync(Agencies, CancellationToken.None);
            cases.Clock.Advance(TimeSpan.FromDays(1));
        }

        var kept = new Dictionary<DateOnly, ReadOnlyMemory<byte>>();
        foreach (var day in await archive.DaysAsync(CancellationToken.None))
            kept[day] = (await archive.ReadAsync(day, CancellationToken.None))!.Value.ToArray();
        Assert.True((await verification.RunAsync(Agencies, kept, CancellationToken.None)).AllIsWell);

        var second = HeadsArchive.NameOf(new(2026, 3, 3));
        await cases.Blobs.DeleteAsync(ContainerNames.Reports, second);
        Assert.Equal(new BrokenFile(new(2026, 3, 4), FileFault.NotLinked), (await VerifyAsync()).BrokenFile);
        Assert.Equal(new BrokenFile(new(2026, 3, 3), FileFault.Missing), (await verification.RunAsync(Agencies, kept, CancellationToken.None)).BrokenFile);

        await cases.Blobs.WriteOnceAsync(ContainerNames.Reports, second, "{}"u8.ToArray(), "application/jsonl");
        Assert.Equal(FileFault.Unreadable, (await VerifyAsync()).BrokenFile!.Fault);
        Assert.Equal(new BrokenFile(new(2026, 3, 3), FileFault.Changed), (await verification.RunAsync(Agencies, kept, CancellationToken.None)).BrokenFile);
    }

    [Fact]
    public async Task Verify_EverythingRolledBack_ShowsBesideCopiesKeptElsewhere()
    {
        var dossier = await cases.FileAsync();
        var (before, _) = (await RowsAsync(dossier), await export.RunAsync(Agencies, CancellationToken.None));
        cases.Clock.Advance(TimeSpan.FromDays(1));
        await AdvanceAsync(dossier, 2);
        await export.RunAsync(Agencies, CancellationToken.None);
        var kept = new Dictionary<DateOnly, ReadOnlyMemory<byte>> { [new(2026, 3, 3)] = (await archive.ReadAsync(new(2026, 3, 3), CancellationToken.None))!.Value };

        await Tampering.StoreAsync(cases.Tables, dossier, before);
        await cases.Blobs.DeleteAsync(ContainerNames.Reports, HeadsArchive.NameOf(new(2026, 3, 3)));

        Assert.True((await VerifyAsync()).AllIsWell);
        var report = await verification.RunAsync(Agencies, kept, CancellationToken.None);
        Assert.Equal(FileFault.Missing, report.BrokenFile!.Fault);
        Assert.Equal((dossier, 2, LinkFault.CutSinceExport), Assert.Single(report.Broken) is var link ? (link.Dossier, link.Sequence, link.Fault) : default);
    }

    private Task<AuditReport> VerifyAsync() => verification.RunAsync(Agencies, NoCopies, CancellationToken.None);

    /// <summary>The etag carries the dossier, for whoever tampers.</summary>
    private async Task<IReadOnlyList<StoredRow>> RowsAsync(DossierNumber dossier) => [.. (await cases.RowsAsync(dossier)).Select(row => row with { ETag = dossier.ToString() })];

    private async Task AdvanceAsync(DossierNumber dossier, int facts)
    {
        for (var i = 0; i < facts; i++)
            await cases.RecordAsync(dossier, new Fact.StageOpened(0, new(2026, 3, 16)), new Fact.ReviewerReminded(0));
    }
}
