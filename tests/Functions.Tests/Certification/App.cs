using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Certification;

/// <summary>The service in this process, under a clock that the test moves.</summary>
internal sealed class App : IAsyncDisposable
{
    private static readonly TimeSpan ALittle = TimeSpan.FromMilliseconds(400);
    private readonly IHost host;
    private readonly TemporaryDirectory data;
    private readonly bool ownsData;

    private App(IHost host, TemporaryDirectory data, bool ownsData, FakeTimeProvider clock)
    {
        (this.host, this.data, this.ownsData, Clock) = (host, data, ownsData, clock);
        Api = new ServiceApi(new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), clock);
    }

    public FakeTimeProvider Clock { get; }

    public ServiceApi Api { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>Everything stored, a line a row or blob, without the bytes of blobs.</summary>
    public IReadOnlyList<string> Stored()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "storage.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT tbl || ' ' || partition || ' ' || key || ' ' || body FROM rows UNION ALL SELECT container || ' ' || name FROM blobs ORDER BY 1";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines;
    }

    /// <summary>Begins on Monday 2 March 2026, nine o'clock in Viet Nam.</summary>
    /// <param name="settings">Beside the sample people; messages land in the local mailbox unless they say otherwise.</param>
    public static Task<App> StartAsync(params IReadOnlyList<(string Name, string Value)> settings) =>
        StartAsync(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7)), Repository.SampleProvince, null, settings);

    /// <param name="kept">Where it keeps everything; the next app over the same directory carries on. Null for a directory of its own.</param>
    public static async Task<App> StartAsync(
        DateTimeOffset now, string ruleBook, TemporaryDirectory? kept = null, params IReadOnlyList<(string Name, string Value)> settings)
    {
        var (data, clock) = (kept ?? new TemporaryDirectory(), new FakeTimeProvider(now.ToUniversalTime()));
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--storage", "sqlite", "--data", data.Path]);
        builder.Configuration["RuleBookDirectory"] = ruleBook;
        builder.Configuration["SamplePeople"] = Path.Combine(Repository.Root, "local", "people.json");
        builder.Configuration["Mailbox"] = "local";
        builder.Configuration["RequestsPerMinute"] = "0";
        foreach (var (name, value) in TestIssuer.Shared.Settings.Select(setting => (setting.Key, setting.Value)).Concat(settings))
            builder.Configuration[name] = value;
        builder.ConfigureFunctionsWebApplication();
        builder.UseTitleCertification();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddTitleCertification(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, data, kept is null, clock);
    }

    public async Task<string> SubmitAsync() => (await SubmitAsync(1))[0];

    public async Task<IReadOnlyList<string>> SubmitAsync(int cases) =>
        [.. (await AnsweredAsync(Task.WhenAll(Enumerable.Range(0, cases).Select(_ => Api.SubmitAsync(SampleSubmission.Of()))))).Select(answer => answer.Json["dossier"]!.GetValue<string>())];

    /// <summary>Waits for an answer; while there is none, lets a little time go by: what is put off for others to join needs time to go by, and the clock stands still.</summary>
    public async Task<T> AnsweredAsync<T>(Task<T> asked)
    {
        while (await Task.WhenAny(asked, Task.Delay(50)) != asked)
            Clock.Advance(ALittle);
        return await asked;
    }

    public async Task<JsonNode> GetAsync(string dossier, string phoneDigits = SampleSubmission.PhoneDigits) =>
        (await Api.GetAsync($"api/applications/{dossier}", phoneDigits: phoneDigits)).Json;

    public Task<Answer> PostAsync(string path, string body, string? person = null, string? phoneDigits = null) => Api.PostAsync(path, JsonNode.Parse(body)!, person, phoneDigits);

    public Task<Answer> ApproveAsync(string dossier, string stage) => stage == "district"
        ? PostAsync($"api/applications/{dossier}/approve", """{"stage":"district"}""", SamplePerson.ReviewerOf("361"))
        : PostAsync($"api/applications/{dossier}/approve", """{"stage":"province","decision":{"number":"7/QĐ-UBND","decidedOn":"2026-03-02"}}""", SamplePerson.Approver);

    public async Task<IReadOnlyList<JsonNode>> QueueAsync(string queue, string person) =>
        [.. (await Api.GetAsync($"api/queues/{queue}", person)).Json["items"]!.AsArray().Select(item => item!)];

    public async Task<bool> IsQueuedAsync(string queue, string person, string dossier) =>
        (await QueueAsync(queue, person)).Any(item => item["dossier"]!.GetValue<string>() == dossier);

    /// <summary>Lets a little time go by, again and again, until it is so: what is put off for others to join needs time to go by.</summary>
    public Task UntilAsync(Func<Task<bool>> so, string otherwise) => Patience.UntilAsync(async () =>
    {
        if (await so())
            return true;
        Clock.Advance(ALittle);
        return false;
    }, () => otherwise);

    public Task UntilStatusAsync(string dossier, string status, string phoneDigits = SampleSubmission.PhoneDigits) =>
        UntilAsync(async () => (await GetAsync(dossier, phoneDigits))["status"]!.GetValue<string>() == status, $"{dossier} does not become {status}");

    public Task UntilQueuedAsync(string queue, string person, string dossier) =>
        UntilAsync(() => IsQueuedAsync(queue, person, dossier), $"{dossier} does not come to {queue}");

    public Task UntilGoneAsync(string queue, string person, string dossier) =>
        UntilAsync(async () => !await IsQueuedAsync(queue, person, dossier), $"{dossier} does not leave {queue}");

    /// <summary>How the orchestration of a case stands, or null where there is none.</summary>
    public async Task<string?> ProcessAsync(string dossier) => (await Api.GetAsync($"api/testing/processes/{dossier}")).Text is { Length: > 0 } text ? text : null;

    public Task EndProcessAsync(string dossier) => Api.SendAsync(HttpMethod.Delete, $"api/testing/processes/{dossier}");

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        // What is put off for others to join is waited for, and the clock stands still unless somebody moves it.
        var stopping = host.StopAsync();
        await UntilAsync(() => Task.FromResult(stopping.IsCompleted), "the service does not stop");
        await stopping;
        host.Dispose();
        if (ownsData)
            data.Dispose();
    }
}
