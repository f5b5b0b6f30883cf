namespace TitleCertification.Testing;

/// <summary>Keeps a service alive over one data directory, as an operator would: when it has died it is started again.</summary>
/// <param name="settings">Of every start.</param>
/// <param name="firstSettings">Of the first start instead: what is to befall one process must not befall those that carry on.</param>
public sealed class Supervisor(
    string data, string storage = "sqlite", IReadOnlyDictionary<string, string?>? settings = null, IReadOnlyDictionary<string, string?>? firstSettings = null) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private ServiceProcess? service;
    private ServiceApi? api;

    /// <summary>How often it had to be started.</summary>
    public int Starts { get; private set; }

    public string LastOutput => service?.Output ?? "";

    public async Task<ServiceApi> ApiAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (service is null or { HasExited: true })
            {
                api?.Dispose();
                if (service is not null)
                    await service.DisposeAsync();
                service = null;
                service = await StartAsync();
                api = new ServiceApi(service.Address);
            }

            return api!;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Asks until there is an answer of the service itself: a dead connection, a 5xx or a dead process is asked again.</summary>
    public async Task<Answer> AskAsync(Func<ServiceApi, Task<Answer>> ask, TimeSpan? patience = null)
    {
        var until = DateTime.UtcNow + (patience ?? TimeSpan.FromMinutes(4));
        while (true)
        {
            try
            {
                var answer = await ask(await ApiAsync());
                if ((int)answer.Status < 500)
                    return answer;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException && DateTime.UtcNow < until)
            {
                // The process has died under the request.
            }

            if (DateTime.UtcNow > until)
                throw new TimeoutException($"No answer.\n{LastOutput}");
            await Task.Delay(50);
        }
    }

    /// <summary>SIGKILL, now; a process that is just being put in place of a dead one, as soon as it is there.</summary>
    public async Task KillAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (service is { } running)
                await running.KillAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        api?.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        gate.Dispose();
    }

    private async Task<ServiceProcess> StartAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ServiceProcess.StartAsync(data, storage, Starts++ == 0 && firstSettings is not null ? firstSettings : settings);
            }
            catch (InvalidOperationException) when (attempt == 0 && firstSettings is not null)
            {
                // It was told to die, and did so before it listened.
            }
        }
    }
}
