using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TitleCertification.SampleCase;

/// <summary>What the case reads of an application; the whole is in docs/api.md.</summary>
internal sealed record Application(
    string Dossier, string Status, Said NationalStatus, Score Score, string? Stage, DateOnly? DueOn, IssuedCertificate? Certificate);

internal sealed record Score(decimal Total, decimal Max, Grade Grade);

internal sealed record Grade(Said Name);

internal sealed record IssuedCertificate(string Number, DateOnly IssuedOn);

/// <summary>The service answered otherwise than the case expects. The message says what it answered.</summary>
internal sealed class UnexpectedAnswerException(string message) : Exception(message);

/// <summary>Asks the service, and accepts only the answer that the case expects.</summary>
internal sealed class Api(HttpClient http) : IDisposable
{
    private readonly Dictionary<SamplePerson, HttpClient> signedIn = [];

    public async Task SignInAsync(SamplePerson person) => signedIn[person] = await Browser.SignInAsync(http.BaseAddress!, person);

    public void Dispose()
    {
        foreach (var client in signedIn.Values)
            client.Dispose();
    }

    public async Task<T> AskAsync<T>(Request request, HttpStatusCode expected)
    {
        using var answer = await SendAsync(request, expected);
        return await answer.Content.ReadFromJsonAsync<T>() ?? throw new UnexpectedAnswerException($"{request}: null");
    }

    public async Task<byte[]> DownloadAsync(Request request, string mediaType)
    {
        using var answer = await SendAsync(request, HttpStatusCode.OK);
        if (answer.Content.Headers.ContentType?.MediaType is var actual && actual != mediaType)
            throw new UnexpectedAnswerException($"{request}: {actual}, not {mediaType}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(Request request, HttpStatusCode expected)
    {
        using var message = new HttpRequestMessage(request.Verb, request.Path);
        foreach (var (name, value) in request.Headers)
            message.Headers.Add(name, value);
        if (request.Body is not null)
            message.Content = request.Body as HttpContent ?? JsonContent.Create(request.Body);

        var answer = await (request.Person is { } person ? signedIn[person] : http).SendAsync(message);
        if (answer.StatusCode == expected)
            return answer;
        using (answer)
            throw new UnexpectedAnswerException($"{request}: {(int)answer.StatusCode} {Problem(await answer.Content.ReadAsStringAsync())}".TrimEnd());
    }

    /// <summary>The problem and all its grounds, or whatever came instead.</summary>
    private static string Problem(string body)
    {
        try
        {
            var problem = JsonElement.Parse(body);
            var text = new StringBuilder($"{Member(problem, "code")}: {Member(problem, "title")}".Trim());
            if (problem.TryGetProperty("errors", out var grounds))
                foreach (var ground in grounds.EnumerateArray())
                    text.Append(CultureInfo.InvariantCulture, $"\n    {Member(ground, "pointer")}: {Member(ground, "vi")}");
            return text.ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return body;
        }

        static string? Member(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.ToString() : null;
    }
}

internal sealed record Request(HttpMethod Verb, string Path, object? Body = null)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Who has signed in to ask this; null for the applicant, who has no account.</summary>
    public SamplePerson? Person { get; init; }

    public Request By(SamplePerson person) => this with { Person = person };

    public Request ByApplicant(string phoneDigits) => this with { Headers = [.. Headers, ("X-Phone-Digits", phoneDigits)] };

    public override string ToString() => $"{Verb} {Path}";
}
