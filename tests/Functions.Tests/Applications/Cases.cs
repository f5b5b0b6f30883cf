using Microsoft.Extensions.Time.Testing;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.Testing;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Applications;

/// <summary>A store of cases in memory, for tests of what is stored.</summary>
internal sealed class Cases : IDisposable
{
    public const string Agency = "H40.361";

    private static readonly StageRule Stage = new("district", Role.DistrictReviewer, "361", 10, 2, new(20, 5));
    private readonly SqliteStorageProvider storage = new(SqliteStorageProvider.InMemory);

    private readonly Projector projector;
    private readonly Allotter allotter;

    private Cases()
    {
        Table = new ApplicationTable(storage.Tables, SampleRules.Over(storage.Blobs), Clock);
        (projector, allotter) = (new(storage.Tables, TimeProvider.System, TimeSpan.Zero), new(storage.Tables, TimeProvider.System));
        Dossiers = new DossierTable(storage.Tables, allotter, projector, Clock);
    }

    /// <summary>Begins at ten in the morning of Monday 2 March 2026 in Viet Nam.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero));

    public ApplicationTable Table { get; }

    public DossierTable Dossiers { get; }

    public ITables Tables => storage.Tables;

    public IBlobs Blobs => storage.Blobs;

    public static Submission Submission { get; } = new(
        TitleKind.LearningUnit, 2025, "DVHT-TT22-2020", "361-tt-lieu-de", new("Trường THCS Nghĩa Hưng", "Liễu Đề"),
        new("Nguyễn Văn An", "Hiệu trưởng", PhoneNumber.Parse("0912345678"), "an@example.vn"), new([new("1.1", 10, Evidence: "Kế hoạch số 12")]));

    public static async Task<Cases> CreateAsync()
    {
        var cases = new Cases();
        await cases.storage.PrepareAsync(TableNames.All, ContainerNames.All);
        return cases;
    }

    public static DossierNumber Dossier(int order) => DossierNumber.Create(Agency, new DateOnly(2026, 3, 2), order);

    /// <summary>A case with its dossier number given out.</summary>
    public async Task<DossierNumber> FileAsync()
    {
        var allotted = await Dossiers.AllotAsync(Agency, Guid.NewGuid().ToString("N"), Clock.GetUtcNow(), CancellationToken.None);
        await SubmitAsync(allotted.Dossier);
        return allotted.Dossier;
    }

    public async Task<Application> SubmitAsync(DossierNumber dossier) =>
        (await Table.SubmitAsync(dossier, [new Fact.ApplicationSubmitted(Submission, [Stage])], Actor.Applicant, CancellationToken.None)).State;

    /// <summary>Adds a fact, whatever the rules say of it.</summary>
    public async Task RecordAsync(DossierNumber dossier, params Fact[] facts) => Assert.IsType<CommandResult.Done>(
        await Table.ExecuteAsync(dossier, _ => new Outcome.Accepted(facts), Actor.System, CancellationToken.None));

    public Task<CommandResult> EraseAsync(DossierNumber dossier) => Table.EraseAsync(
        dossier, state => Erasing.Erase(state, new(nameof(ErasureGround.PersonAsked), "Theo đề nghị")), new Actor("admin-36", "", []), CancellationToken.None);

    public Task<IReadOnlyList<StoredRow>> RowsAsync(DossierNumber dossier) => Tables.ReadRangeAsync(TableNames.Applications, dossier.ToString(), " ", "~", 1_000);

    public void Dispose()
    {
        projector.Dispose();
        allotter.Dispose();
        storage.Dispose();
    }
}
