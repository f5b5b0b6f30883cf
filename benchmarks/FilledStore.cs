using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Functions;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certificates;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Bench;

/// <summary>
/// A store with many applications, each with every row that the service writes for it, written by the service's own classes: one in twenty in review in a district, the others certified.
/// The PDFs alone are left out. Made once and kept; another rule book or number makes another one.
/// </summary>
internal sealed class FilledStore
{
    private const int Days = 40;
    private const int OpenInEvery = 20;
    // No divisor of the other: samples are open and certified.
    private const int SampleEvery = 33;

    private static readonly (string Unit, string District)[] Places =
    [
        ("361-tt-lieu-de", "361"), ("360-tt-lam", "360"), ("362-tt-nam-giang", "362"), ("363-tt-co-le", "363"), ("364-tt-xuan-truong", "364"),
        ("365-tt-giao-thuy", "365"), ("366-xa-hai-long", "366"), ("359-tt-goi", "359"),
    ];

    private static readonly Actor Approver = new(SamplePerson.Approver, "Người phê duyệt (mẫu)", [new(Role.ProvincialApprover, "36")], ["CHỦ TỊCH"]);

    private readonly ConcurrentBag<string> samples = [];
    private readonly ShiftedClock clock = new();
    private readonly IServiceProvider services;
    private readonly Rules rules;
    private readonly ApplicationTable applications;

    /// <summary>Names of some of the applications, evenly from all of them.</summary>
    public static Task<string[]> SamplesAsync(string directory, CancellationToken cancellationToken) => File.ReadAllLinesAsync(Path.Combine(directory, "samples.txt"), cancellationToken);

    private FilledStore(string directory)
    {
        var builder = FunctionsApplication.CreateBuilder(["--storage", "sqlite", "--data", directory]);
        builder.Configuration["RuleBookDirectory"] = Repository.SampleProvince;
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.UseTitleCertification();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddTitleCertification(builder.Configuration);
        // Never started: nothing listens, no process runs.
        services = builder.Build().Services;
        (rules, applications) = (services.GetRequiredService<Rules>(), services.GetRequiredService<ApplicationTable>());
    }

    /// <returns>The directory, to be given to the service as its data directory.</returns>
    public static async Task<string> MakeAsync(int count, CancellationToken cancellationToken)
    {
        var directory = Path.Combine(Repository.Root, "artifacts", "bench", $"store-{count}-{SampleRules.Book.Version[..12]}");
        if (Directory.Exists(directory))
            return directory;
        var unfinished = $"{directory}.unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        var store = new FilledStore(unfinished);
        await store.FillAsync(count, cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(unfinished, "samples.txt"), store.samples.Order(), cancellationToken);
        // Closed before it is moved.
        await ((IAsyncDisposable)store.services).DisposeAsync();
        Directory.Move(unfinished, directory);
        return directory;
    }

    private async Task FillAsync(int count, CancellationToken cancellationToken)
    {
        await services.GetServices<IStorageProvider>().Single(provider => provider.Name == "sqlite").PrepareAsync(TableNames.All, ContainerNames.All, cancellationToken);
        await rules.KeepAsync(cancellationToken);
        var aDay = (count + Days - 1) / Days;
        for (var day = 0; day < Days; day++)
        {
            // Working days or not: the newest are of today, so that those in review are on time.
            clock.Back = TimeSpan.FromDays(Days - 1 - day);
            var (from, to) = (day * aDay, Math.Min(count, (day + 1) * aDay));
            await Task.WhenAll(Enumerable.Range(from, Math.Max(0, to - from)).Select(i => Task.Run(() => WriteAsync(i, cancellationToken), cancellationToken)));
            Console.Error.Write($"\rPreparing the store: {to.ToString("#,0", CultureInfo.InvariantCulture)} of {count.ToString("#,0", CultureInfo.InvariantCulture)}");
        }

        Console.Error.WriteLine();
    }

    private async Task WriteAsync(int i, CancellationToken cancellationToken)
    {
        // Shifted once a round: otherwise all that are open would be of two districts.
        var (unit, district) = Places[(i + i / OpenInEvery) % Places.Length];
        var submission = Submission($"Trường số {i}", unit);
        var (route, refusal) = Routing.Of(rules.Current, submission.Title, submission.AssessedUnder(rules.CriteriaSets[submission.CriteriaSet]).Level, submission.Unit, rules.MapDay(clock.GetUtcNow()));
        if (route is null)
            throw new InvalidOperationException($"No route: {refusal}");
        var allotment = await services.GetRequiredService<DossierTable>().AllotAsync(
            rules.AgencyOf(route, clock.GetUtcNow()), $"bench-{i}", clock.GetUtcNow(), cancellationToken);
        var dossier = allotment.Dossier;
        if (i % SampleEvery == 0)
            samples.Add(dossier.ToString());
        await applications.SubmitAsync(dossier, ((Outcome.Accepted)Submitting.Submit(submission, route, rules.Current.Version)).Facts, Actor.Applicant, cancellationToken);
        var state = await DoAsync(dossier, s => Processing.Receive(s, clock.GetUtcNow(), rules.HolidaysOf(s), rules.Takeovers), Actor.System, cancellationToken);
        if (i % OpenInEvery == 0)
        {
            await services.GetRequiredService<WorkQueueTable>().ProjectAsync(state, [], cancellationToken);
            return;
        }

        var reviewer = new Actor(SamplePerson.ReviewerOf(district), "Người thẩm định (mẫu)", [new(Role.DistrictReviewer, district)]);
        await DoAsync(dossier, s => Approve(s, new("district"), reviewer), reviewer, cancellationToken);
        var approved = await DoAsync(dossier, s => Approve(s, new("province", Decision: new("1234/QĐ-UBND", VietnamTime.DayOf(clock.GetUtcNow()))), Approver), Approver, cancellationToken);
        var number = await services.GetRequiredService<RegisterTable>().AllotAsync(approved, cancellationToken);
        await DoAsync(dossier, s => Processing.Certify(s, number, VietnamTime.DayOf(clock.GetUtcNow()), new string('0', 64)), Actor.System, cancellationToken);
        await services.GetRequiredService<DossierTable>().CloseAsync(dossier, cancellationToken);
    }

    private Outcome Approve(Application state, ApprovalInput input, Actor person) =>
        Reviewing.Approve(state, input, rules.CriteriaOf(state), person, clock.GetUtcNow(), rules.HolidaysOf(state), CertificateText.Unprintable);

    private async Task<Application> DoAsync(DossierNumber dossier, Func<Application, Outcome> decide, Actor actor, CancellationToken cancellationToken) =>
        await applications.ExecuteAsync(dossier, decide, actor, cancellationToken) is CommandResult.Done { Changed: true } done
            ? done.State
            : throw new InvalidOperationException($"{dossier} could not be prepared.");

    private Submission Submission(string holder, string unit)
    {
        var input = SampleSubmission.Of(holder, unit).Deserialize<SubmissionInput>(Json.Requests)!;
        var (submission, refusal) = Submitting.Check(input, rules.CriteriaSets, rules.Units, rules.MapDay(clock.GetUtcNow()), _ => "", clock.GetUtcNow());
        return submission ?? throw new InvalidOperationException($"The sample is refused: {string.Join(' ', refusal!.Faults.Select(fault => fault.Text.En))}");
    }
}
