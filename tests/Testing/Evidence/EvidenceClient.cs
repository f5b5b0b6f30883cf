using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TitleCertification.Testing.Evidence;

/// <summary>A caller of the evidence API, over HTTP.</summary>
public sealed class EvidenceClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new WatchedRequests(new SocketsHttpHandler())) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(4) };

    public async Task<string> OpenAsync() => (await SendAsync(HttpMethod.Post, "api/evidence", null)).Json["ticket"]!.GetValue<string>();

    public async Task<UploadAnswer> CreateAsync(string ticket, long length, string? name = null, string? sha256 = null, string? indicator = null)
    {
        var metadata = string.Join(",", new[] { ("filename", name), ("sha256", sha256), ("for", indicator) }.Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Item2!))}"));
        return await SendAsync(HttpMethod.Post, "api/evidence/uploads", ticket, null, ("Upload-Length", $"{length}"), ("Upload-Metadata", metadata));
    }

    public Task<UploadAnswer> PatchAsync(string ticket, string upload, long offset, byte[] piece, string? checksum = null) =>
        SendAsync(HttpMethod.Patch, upload, ticket, piece, ("Upload-Offset", $"{offset}"), ("Upload-Checksum", checksum));

    public Task<UploadAnswer> HeadAsync(string ticket, string upload) => SendAsync(HttpMethod.Head, upload, ticket);

    public Task<UploadAnswer> GetAsync(string ticket, string path) => SendAsync(HttpMethod.Get, path, ticket);

    public Task<UploadAnswer> DeleteAsync(string ticket, string path) => SendAsync(HttpMethod.Delete, path, ticket);

    /// <summary>All of it, in pieces, going on from what the answers say.</summary>
    public async Task<UploadAnswer> UploadAsync(string ticket, byte[] content, string? name = null, int piece = 1024 * 1024, string? indicator = null)
    {
        var created = await CreateAsync(ticket, content.Length, name, indicator: indicator);
        if (created.Status != HttpStatusCode.Created)
            return created;
        var upload = created.Location!;
        for (var offset = 0; ;)
        {
            var answer = await PatchAsync(ticket, upload, offset, content[offset..Math.Min(content.Length, offset + piece)]);
            if (answer.Status != HttpStatusCode.NoContent)
                return answer;
            if ((offset = (int)answer.Offset!) == content.Length)
                return await GetAsync(ticket, upload);
        }
    }

    public async Task<UploadAnswer> PostFormAsync(string? ticket, byte[] content, string name, string type = "image/jpeg", string field = "file")
    {
        using var form = new MultipartFormDataContent();
        if (ticket is not null)
            form.Add(new StringContent(ticket), "ticket");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, field, name);
        using var response = await http.PostAsync(new Uri("api/evidence/files", UriKind.Relative), form);
        return await UploadAnswer.OfAsync(response);
    }

    public async Task<UploadAnswer> SendAsync(HttpMethod method, string path, string? ticket, byte[]? piece = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (ticket is not null)
            request.Headers.Add("X-Evidence-Ticket", ticket);
        foreach (var (name, value) in headers.Where(header => !string.IsNullOrEmpty(header.Value)))
            request.Headers.Add(name, value);
        if (piece is not null)
        {
            request.Content = new ByteArrayContent(piece);
            request.Content.Headers.ContentType = new("application/offset+octet-stream");
        }

        using var response = await http.SendAsync(request);
        return await UploadAnswer.OfAsync(response);
    }

    public void Dispose() => http.Dispose();
}

public sealed record UploadAnswer(HttpStatusCode Status, byte[] Content, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Content)!;

    public string? Code => Headers.GetValueOrDefault("Content-Type") == "application/problem+json" ? Json["code"]!.GetValue<string>() : null;

    public long? Offset => Headers.TryGetValue("Upload-Offset", out var offset) ? long.Parse(offset, System.Globalization.CultureInfo.InvariantCulture) : null;

    public string? Location => Headers.GetValueOrDefault("Location");

    public string Sha256 => (Json["file"] ?? Json)["sha256"]!.GetValue<string>();

    public static async Task<UploadAnswer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode, await response.Content.ReadAsByteArrayAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
}
