using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Requests;

/// <summary>Reads a JSON body without trusting its length, its type or its content.</summary>
public static class RequestBody
{
    public const int MaxBytes = 256 * 1024;

    /// <returns>The value, or the problem to answer with; exactly one of both.</returns>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (null, Problems.From(request.ContentLength is null or 0 ? Problems.BodyMissing : Problems.NotJson));
        if (await ReadLimitedAsync(request, cancellationToken) is not { } bytes)
            return (null, Problems.From(Problems.BodyTooLarge));

        try
        {
            var value = JsonSerializer.Deserialize<T>(bytes.Span, Json.Requests);
            return value is null ? (null, Problems.From(Problems.BodyMissing)) : (value, null);
        }
        catch (JsonException e)
        {
            return (null, Problems.From(Problems.MalformedJson, [Where(e)]));
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadLimitedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxBytes)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>The place only: the parser's sentence speaks of our types and may quote the input.</summary>
    private static Fault Where(JsonException e)
    {
        var pointer = e.Path is { Length: > 1 } path ? "/" + path.TrimStart('$', '.').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/').TrimStart('/') : "";
        var (line, column) = (e.LineNumber + 1, e.BytePositionInLine + 1);
        return new("malformed", pointer, new($"Sai ở dòng {line}, cột {column}.", $"Wrong at line {line}, column {column}."));
    }
}
