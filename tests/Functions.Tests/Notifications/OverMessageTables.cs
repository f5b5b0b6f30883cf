using Microsoft.Extensions.Time.Testing;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.Storage;
using TitleCertification.Functions.Storage.Batching;
using TitleCertification.LocalStorage;
using TitleCertification.Testing;
using TitleCertification.Testing.Storage;

namespace TitleCertification.Functions.Tests.Notifications;

/// <summary>The tables of messages over a storage that can be made to fail, under a clock that the test moves.</summary>
public abstract class OverMessageTables : IAsyncLifetime, IDisposable
{
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private readonly TemporaryDirectory data = new();
    private readonly SqliteStorageProvider storage;

    protected OverMessageTables()
    {
        storage = LocalFiles.Open(data.Path);
        var tables = new FaultyTables(storage.Tables, Faults);
        Projector = new(tables, Clock, TimeSpan.Zero);
        Messages = new(tables, Projector, Clock);
        Undelivered = new(tables, Clock);
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    protected Faults Faults { get; } = new();

    protected Projector Projector { get; }

    protected MessageTable Messages { get; }

    protected UndeliveredTable Undelivered { get; }

    public Task InitializeAsync() => storage.PrepareAsync(TableNames.All, ContainerNames.All);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Messages.Dispose();
        Projector.Dispose();
        storage.Dispose();
        data.Dispose();
        GC.SuppressFinalize(this);
    }

    protected Task<int> TakeOverAsync(Application state) => LetTimePassAsync(Messages.TakeOverAsync(state, 0, CancellationToken.None));

    /// <summary>What waits for others to join needs time to go by.</summary>
    protected async Task<T> LetTimePassAsync<T>(Task<T> task)
    {
        while (await Task.WhenAny(task, Task.Delay(5)) != task)
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        return await task;
    }

    protected Task<IReadOnlyList<Claim>> ClaimAsync() => Messages.ClaimAsync(Lease, CancellationToken.None);

    protected async Task<IReadOnlyList<Undelivered>> FailuresAsync() => (await Undelivered.ReadFailedAsync(_ => true, null, 100, CancellationToken.None)).Items;

    /// <summary>By somebody who may.</summary>
    protected Task<UndeliveredOutcome> RetryAsync(string id) => Undelivered.RetryAsync(id, _ => Task.FromResult<UndeliveredOutcome?>(null), CancellationToken.None);

    protected static DossierNumber Dossier(int order) => DossierNumber.Create("H40.361", new(2026, 3, 2), order);

    /// <summary>A case that owes so many messages to the applicant.</summary>
    protected Application State(int order, int notices)
    {
        var submission = new Submission(TitleKind.LearningUnit, 2025, "set", "361", new("Trường", "Địa chỉ"), new("Nguyễn Văn An", "Hiệu trưởng", default, null), new([]));
        var state = Evolution.Apply(Dossier(order), null, new(1, Clock.GetUtcNow(), "applicant", new Fact.ApplicationSubmitted(submission, [])));
        return state with { Outbox = [.. Enumerable.Range(0, notices).Select(i => new Notice(2 + (3 * i), NoticeKind.Received, Audience.Applicant, Clock.GetUtcNow()))] };
    }
}
