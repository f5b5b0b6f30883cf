using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>
/// Where the storage account is and who we are to it, read from the settings that the Functions host reads too: <c>AzureWebJobsStorage</c> as a
/// connection string, or <c>AzureWebJobsStorage__accountName</c> (or <c>__tableServiceUri</c> with <c>__blobServiceUri</c>) with an identity.
/// </summary>
internal sealed class AzureConnection
{
    private const string Setting = "AzureWebJobsStorage";

    private readonly Func<TableClientOptions, TableServiceClient> _tables;
    private readonly Func<BlobClientOptions, BlobServiceClient> _blobs;

    /// <exception cref="StorageUnavailableException">The settings are missing or cannot be read.</exception>
    public AzureConnection(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } connectionString)
        {
            _tables = options => new TableServiceClient(connectionString, options);
            _blobs = options => new BlobServiceClient(connectionString, options);
            return;
        }

        var section = configuration.GetSection(Setting);
        var account = section["accountName"];
        var tables = Address(section, "tableServiceUri", account is null ? null : $"https://{account}.table.core.windows.net");
        var blobs = Address(section, "blobServiceUri", account is null ? null : $"https://{account}.blob.core.windows.net");
        var credential = Credential(section);
        _tables = options => new TableServiceClient(tables, credential, options);
        _blobs = options => new BlobServiceClient(blobs, credential, options);
    }

    public TableServiceClient Tables(TableClientOptions options) => Create(_tables, options);

    public BlobServiceClient Blobs(BlobClientOptions options) => Create(_blobs, options);

    private static TClient Create<TOptions, TClient>(Func<TOptions, TClient> create, TOptions options)
    {
        try
        {
            return create(options);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // Neither message nor inner exception: a connection string holds the account's key.
            throw new StorageUnavailableException($"The setting {Setting} is not a connection string of a storage account.");
        }
    }

    private static Uri Address(IConfigurationSection section, string name, string? otherwise)
    {
        var address = section[name] ?? otherwise ?? throw new StorageUnavailableException(
            $"No storage is configured: set {Setting} to a connection string, or {Setting}__accountName for an identity, or Storage to sqlite.");
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new StorageUnavailableException($"The setting {Setting}__{name} is not an address: '{address}'.");
    }

    // As the Functions host does: "managedidentity" says to ask nobody else, and a client id picks one of several identities.
    private static TokenCredential Credential(IConfigurationSection section)
    {
        var clientId = section["clientId"];
        if (string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase))
            return new ManagedIdentityCredential(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
        return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
    }
}
