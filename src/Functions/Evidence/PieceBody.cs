using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Evidence;

/// <summary>Reads a piece, and keeps what has arrived of it when the connection breaks.</summary>
internal static class PieceBody
{
    /// <returns>The bytes, or those that came; null where there are more than a piece may have.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > EvidenceLimits.PieceBytes)
            return null;
        var piece = new byte[(request.ContentLength ?? EvidenceLimits.PieceBytes) + 1];
        var length = 0;
        try
        {
            // Not under the request's own token: what has arrived can still be read when the caller has gone.
            for (int read; (read = await request.Body.ReadAsync(piece.AsMemory(length), CancellationToken.None)) > 0;)
            {
                length += read;
                if (length > EvidenceLimits.PieceBytes)
                    return null;
            }
        }
        catch (Exception e) when (e is IOException or ConnectionAbortedException or OperationCanceledException)
        {
            // The caller has gone, and asks for the offset when it is back.
        }

        return piece.AsMemory(0, length);
    }
}
