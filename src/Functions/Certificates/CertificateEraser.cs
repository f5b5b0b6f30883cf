using TitleCertification.Domain.Certificates;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// What a certificate says of its holder goes with the case: the PDF whole, and the name out of the register. The number stays given, with what it was given for, so that nobody
/// else gets it and whoever verifies it is told what became of it. Asked again it does no harm.
/// </summary>
public sealed class CertificateEraser(ITables tables, IBlobs blobs)
{
    private const int Tries = 3;

    public async Task EraseAsync(RegisterNumber number, CancellationToken cancellationToken)
    {
        await blobs.DeleteAsync(ContainerNames.Certificates, CertificateBlob.NameOf(number), cancellationToken);
        var (partition, key) = (RegisterTable.Partition(number.Title, number.Issuer, number.Year), RegisterTable.Key(number.Sequence));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await tables.ReadAsync(TableNames.Register, partition, key, cancellationToken) is not { } row || Json.Read<RegisterEntry>(row.Body) is not { Title: { Holder: not null } title } entry)
                return;
            var emptied = new RowChange.Replace(key, Json.Write(entry with { Title = title with { Holder = null } }), row.ETag);
            if (await tables.CommitAsync(TableNames.Register, partition, [emptied], cancellationToken) is BatchResult.Applied)
                return;
        }

        throw new StorageUnavailableException($"The register's row of {number} is written by others all the time.");
    }
}
