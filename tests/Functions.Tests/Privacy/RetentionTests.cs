using Microsoft.Extensions.Logging.Abstractions;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Privacy;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Functions.Tests.Applications;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Privacy;

public sealed class RetentionTests
{
    private static readonly string[] Agencies = [Cases.Agency];

    [Fact]
    public async Task Run_NoPeriodKnown_OnlyReports()
    {
        using var cases = await Cases.CreateAsync();
        using var projector = new Projector(cases.Tables, TimeProvider.System, TimeSpan.Zero);
        var dossier = await WithdrawnAsync(cases);
        cases.Clock.Advance(TimeSpan.FromDays(5_000));

        var report = await Retention(cases, projector).RunAsync(Agencies, RetentionRule.Shipped, CancellationToken.None);

        Assert.Equal((1, 0), (report.Closed, report.Erased));
        Assert.NotNull(await cases.Table.ReadAsync(dossier, CancellationToken.None));
        Assert.Single(await cases.Blobs.ListAsync(ContainerNames.Reports, "retention/"));
    }

    [Fact]
    public async Task Run_PeriodOver_ErasesThatCaseAndNoOther()
    {
        using var cases = await Cases.CreateAsync();
        using var projector = new Projector(cases.Tables, TimeProvider.System, TimeSpan.Zero);
        IReadOnlyList<RetentionRule> rules = [new("x", [ApplicationStatus.Withdrawn], 30, "", "")];
        var (old, open) = (await WithdrawnAsync(cases), await cases.FileAsync());
        cases.Clock.Advance(TimeSpan.FromDays(29));
        var young = await WithdrawnAsync(cases);
        Assert.Equal(0, (await Retention(cases, projector).RunAsync(Agencies, rules, CancellationToken.None)).Erased);

        cases.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await Retention(cases, projector).RunAsync(Agencies, rules, CancellationToken.None)).Erased);

        await Assert.ThrowsAsync<CaseErasedException>(() => cases.Table.ReadAsync(old, CancellationToken.None));
        Assert.NotNull(await cases.Table.ReadAsync(young, CancellationToken.None));
        Assert.NotNull(await cases.Table.ReadAsync(open, CancellationToken.None));
        cases.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, (await Retention(cases, projector).RunAsync(Agencies, rules, CancellationToken.None)).Erased);
    }

    [Fact]
    public async Task Run_OneThatCannotBeOpened_HoldsUpNoOther()
    {
        using var cases = await Cases.CreateAsync();
        using var projector = new Projector(cases.Tables, TimeProvider.System, TimeSpan.Zero);
        IReadOnlyList<RetentionRule> rules = [new("x", [ApplicationStatus.Withdrawn], 30, "", "")];
        var (unreadable, old) = (await WithdrawnAsync(cases), await WithdrawnAsync(cases));
        await cases.Tables.CommitAsync(TableNames.Applications, unreadable.ToString(), [new RowChange.Upsert("state", "{}")]);
        cases.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, (await Retention(cases, projector).RunAsync(Agencies, rules, CancellationToken.None)).Erased);

        await Assert.ThrowsAsync<CaseErasedException>(() => cases.Table.ReadAsync(old, CancellationToken.None));
    }

    private static async Task<DossierNumber> WithdrawnAsync(Cases cases)
    {
        var dossier = await cases.FileAsync();
        await cases.RecordAsync(dossier, new Fact.ApplicationWithdrawn(null));
        await cases.Dossiers.CloseAsync(dossier, CancellationToken.None);
        return dossier;
    }

    private static Retention Retention(Cases cases, Projector projector)
    {
        var evidence = new EvidenceCleaner(new(cases.Tables), cases.Blobs, new(cases.Table));
        var eraser = new CaseEraser(cases.Table, cases.Dossiers, new WorkQueueTable(cases.Tables, projector), new(cases.Tables), evidence, new(cases.Tables, cases.Blobs));
        return new(cases.Dossiers, cases.Table, eraser, cases.Blobs, cases.Clock, NullLogger<Retention>.Instance);
    }
}
