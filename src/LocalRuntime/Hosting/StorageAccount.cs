namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The storage that a connection string names: whether anything answers there.</summary>
internal static class StorageAccount
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="StartupException">The string cannot be read, or nothing answers.</exception>
    public static async Task CheckAsync(string connectionString, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        foreach (var endpoint in Endpoints(connectionString))
        {
            try
            {
                // Any answer will do, a refusal too: that is for the code that has the key.
                using var answer = await http.GetAsync(endpoint, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new StartupException($"The storage at {endpoint.GetLeftPart(UriPartial.Authority)} does not answer. Check AzureWebJobsStorage.", e);
            }
        }
    }

    internal static IReadOnlyList<Uri> Endpoints(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        string? Part(string name) => parts[name].FirstOrDefault();

        if (bool.TryParse(Part("UseDevelopmentStorage"), out var development) && development)
            return [new("http://127.0.0.1:10000/devstoreaccount1"), new("http://127.0.0.1:10002/devstoreaccount1")];
        return [Endpoint("Blob"), Endpoint("Table")];

        Uri Endpoint(string service)
        {
            var text = Part(service + "Endpoint")
                ?? (Part("AccountName") is { } account
                    ? $"{Part("DefaultEndpointsProtocol") ?? "https"}://{account}.{service.ToLowerInvariant()}.{Part("EndpointSuffix") ?? "core.windows.net"}"
                    : null);
            return Uri.TryCreate(text, UriKind.Absolute, out var endpoint)
                ? endpoint
                : throw new StartupException($"AzureWebJobsStorage is no connection string of a storage account: it names no {service.ToLowerInvariant()} endpoint.");
        }
    }
}
