using System.Net;
using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Storage.Azure;
using TitleCertification.Functions.Tests.Storage.Conformance;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Storage;

/// <summary>What only the Azure adapter can meet: settings that cannot be used, and an account that answers badly or not at all.</summary>
public sealed class AzureStorageProviderTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static string At(int port) =>
        $"AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";

    private static AzureStorageProvider With(params (string Key, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());

    [Fact]
    public async Task Prepare_NothingListens_SaysWhatCannotBeReached()
    {
        int port;
        using (var listener = new Answering(HttpStatusCode.OK))
            port = listener.Port;

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => AzuriteStorage.Provider(At(port)).PrepareAsync(["Rows"], ["blobs"]));
        Assert.Equal($"The storage at http://127.0.0.1:{port}/devstoreaccount1 cannot be reached.", failure.Message);
    }

    [Fact]
    public void Tables_NoSetting_SaysWhichToSet()
    {
        var failure = Assert.Throws<StorageUnavailableException>(() => With().Tables);
        Assert.Contains("AzureWebJobsStorage", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_NoConnectionString_SaysSoAndKeepsTheKeyToItself()
    {
        var failure = Assert.Throws<StorageUnavailableException>(() => With(("AzureWebJobsStorage", $"AccountKey={Key}")).Tables);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_Identity_NeedsAddressesThatAreAddresses()
    {
        Assert.NotNull(With(("AzureWebJobsStorage:accountName", "stnamdinh")).Tables);
        Assert.NotNull(With(("AzureWebJobsStorage:tableServiceUri", "https://t.example"), ("AzureWebJobsStorage:blobServiceUri", "https://b.example"),
            ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "00000000-0000-0000-0000-000000000001")).Tables);
        Assert.Throws<StorageUnavailableException>(() => With(("AzureWebJobsStorage:tableServiceUri", "https://t.example")).Tables);
        Assert.Throws<StorageUnavailableException>(() => With(("AzureWebJobsStorage:accountName", "a"), ("AzureWebJobsStorage:blobServiceUri", "nowhere")).Tables);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Write_AccountAnswersBadly_IsSentOnceAndTheOutcomeIsUnknown(HttpStatusCode status)
    {
        using var account = new Answering(status);
        var storage = AzuriteStorage.Provider(At(account.Port));
        foreach (var write in new Func<Task>[]
        {
            () => storage.Tables.CommitAsync("Rows", "p", [new RowChange.Insert("a", "1")]),
            () => storage.Tables.CommitAsync("Rows", "p", [new RowChange.Insert("a", "1"), new RowChange.Upsert("b", "1")]),
            () => storage.Tables.CommitAsync("Rows", "p", [new RowChange.Delete("a")]),
            () => storage.Blobs.WriteOnceAsync("blobs", "a", new byte[1], "text/plain"),
        })
        {
            var before = account.Requests;
            var failure = await Assert.ThrowsAsync<StorageUnavailableException>(write);
            Assert.Equal(before + 1, account.Requests);
            Assert.Contains($"{(int)status}", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Read_AccountAnswersBadly_IsRepeatedAndThenAnOutage()
    {
        using var account = new Answering(HttpStatusCode.ServiceUnavailable);
        var storage = AzuriteStorage.Provider(At(account.Port));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Tables.ReadAsync("Rows", "p", "a"));
        Assert.Equal(4, account.Requests);
    }

    [Fact]
    public async Task Any_AccountRefusesUs_SaysWhatToCheck()
    {
        using var account = new Answering(HttpStatusCode.Forbidden);
        var storage = AzuriteStorage.Provider(At(account.Port));

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => storage.Blobs.ReadAsync("blobs", "a"));
        Assert.Contains("refuses us", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>An account that gives every request the same answer.</summary>
    private sealed class Answering : IDisposable
    {
        private readonly HttpListener _listener;
        private int _requests;

        public Answering(HttpStatusCode status)
        {
            for (var attempt = 0; ; attempt++)
            {
                Port = FreePort.Find();
                _listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{Port}/" } };
                try
                {
                    _listener.Start();
                    break;
                }
                catch (HttpListenerException) when (attempt < 20)
                {
                    // The port is somebody's.
                }
            }

            _ = AnswerAsync(status);
        }

        public int Port { get; }

        public int Requests => Volatile.Read(ref _requests);

        public void Dispose() => _listener.Close();

        private async Task AnswerAsync(HttpStatusCode status)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    Interlocked.Increment(ref _requests);
                    context.Response.StatusCode = (int)status;
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
            }
        }
    }
}
