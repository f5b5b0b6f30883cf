using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Storage.Azure;

/// <summary>Write-once blobs in Azure Blob storage. Reads are repeated by the client, writes never (ADR 0030).</summary>
internal sealed class AzureBlobs(BlobServiceClient reading, BlobServiceClient writing) : IBlobs
{
    private readonly ConcurrentDictionary<string, BlobContainerClient> _reading = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BlobContainerClient> _writing = new(StringComparer.Ordinal);

    public async Task<bool> WriteOnceAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
    {
        Limits.CheckBlobName(name);
        Limits.CheckContent(content, contentType);
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },

            // One request, so that a blob is there whole or not at all.
            TransferOptions = new() { InitialTransferSize = Limits.BlobLength, MaximumTransferSize = Limits.BlobLength },
        };
        try
        {
            await Container(_writing, writing, container).GetBlobClient(name).UploadAsync(new BinaryData(content), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return false;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw AzureFailure.NotPrepared(container, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(writing.Uri, e);
        }
    }

    public async Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        Limits.CheckBlobName(name);
        try
        {
            var blob = await Container(_reading, reading, container).GetBlobClient(name).DownloadContentAsync(cancellationToken);
            return new(blob.Value.Content.ToMemory(), blob.Value.Details.ContentType);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw AzureFailure.NotPrepared(container, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(reading.Uri, e);
        }
    }

    public async Task DeleteAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        Limits.CheckBlobName(name);
        try
        {
            // Not DeleteIfExists: it says of a container that is not there what it says of a blob.
            await Container(_writing, writing, container).GetBlobClient(name).DeleteAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Gone already: what was wanted.
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw AzureFailure.NotPrepared(container, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(writing.Uri, e);
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string container, string prefix, CancellationToken cancellationToken = default)
    {
        Limits.CheckBlobPrefix(prefix);
        try
        {
            var names = new List<string>();
            await foreach (var blob in Container(_reading, reading, container).GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken))
                names.Add(blob.Name);
            names.Sort(StringComparer.Ordinal);
            return names;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            throw AzureFailure.NotPrepared(container, e);
        }
        catch (Exception e) when (AzureFailure.IsOutage(e, cancellationToken))
        {
            throw AzureFailure.Outage(reading.Uri, e);
        }
    }

    private static BlobContainerClient Container(ConcurrentDictionary<string, BlobContainerClient> clients, BlobServiceClient service, string container)
    {
        if (clients.TryGetValue(container, out var client))
            return client;
        Limits.CheckContainer(container);
        return clients.GetOrAdd(container, service.GetBlobContainerClient);
    }
}
