using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>An Azure Storage account, or the emulator. Costs nothing until it is asked for tables or blobs.</summary>
internal sealed class AzureStorageProvider : IStorageProvider
{
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(20);

    // The SDK would ask for its newest version, which the pinned emulator refuses; these two have all that is used here, and Azure keeps serving them.
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_05_05;
    private const TableClientOptions.ServiceVersion TableVersion = TableClientOptions.ServiceVersion.V2020_12_06;

    private readonly Lazy<Clients> _clients;

    public AzureStorageProvider(IConfiguration configuration) => _clients = new(() => new Clients(new AzureConnection(configuration)));

    public string Name => "azure";

    public ITables Tables => _clients.Value.Tables;

    public IBlobs Blobs => _clients.Value.Blobs;

    public async Task PrepareAsync(IReadOnlyCollection<string> tables, IReadOnlyCollection<string> containers, CancellationToken cancellationToken = default)
    {
        foreach (var table in tables)
            Limits.CheckTable(table);
        foreach (var container in containers)
            Limits.CheckContainer(container);
        var (tableService, blobService) = (_clients.Value.TableService, _clients.Value.BlobService);

        // Creating what may be there is safe to repeat, so the client that repeats does it; all at once, because the start waits for it.
        await Task.WhenAll(
            GuardAsync(tableService.Uri, tables.Select(table => tableService.CreateTableIfNotExistsAsync(table, cancellationToken)), cancellationToken),
            GuardAsync(
                blobService.Uri,
                containers.Select(container => blobService.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
                cancellationToken));
    }

    private static async Task GuardAsync(Uri service, IEnumerable<Task> requests, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(requests);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(service, e);
        }
    }

    private sealed class Clients
    {
        public Clients(AzureConnection connection)
        {
            TableService = connection.Tables(Reading(new TableClientOptions(TableVersion)));
            BlobService = connection.Blobs(Reading(new BlobClientOptions(BlobVersion)));
            Tables = new AzureTables(TableService, connection.Tables(Writing(new TableClientOptions(TableVersion))));
            Blobs = new AzureBlobs(BlobService, connection.Blobs(Writing(new BlobClientOptions(BlobVersion))));
        }

        public TableServiceClient TableService { get; }

        public BlobServiceClient BlobService { get; }

        public AzureTables Tables { get; }

        public AzureBlobs Blobs { get; }

        private static T Reading<T>(T options) where T : ClientOptions
        {
            options.Retry.MaxRetries = 3;
            options.Retry.Delay = TimeSpan.FromMilliseconds(200);
            options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
            options.Retry.NetworkTimeout = ReadTimeout;
            return options;
        }

        // An insert whose first try was applied would be told "exists" by the second: ADR 0030.
        private static T Writing<T>(T options) where T : ClientOptions
        {
            options.Retry.MaxRetries = 0;
            options.Retry.NetworkTimeout = WriteTimeout;
            return options;
        }
    }
}
