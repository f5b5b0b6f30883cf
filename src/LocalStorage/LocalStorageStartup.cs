using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;

[assembly: WorkerExtensionStartup(typeof(LocalStorageStartup))]

namespace TitleCertification.LocalStorage;

/// <summary>Offers the file <c>storage.db</c> in the setting <c>DataDirectory</c> as the storage named "sqlite". The file is not made before somebody chooses it.</summary>
public sealed class LocalStorageStartup : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        applicationBuilder.Services.AddSingleton<IStorageProvider>(services =>
        {
            var directory = services.GetRequiredService<IConfiguration>()["DataDirectory"];
            return new SqliteStorageProvider(Path.Combine(string.IsNullOrEmpty(directory) ? ".local" : directory, "storage.db"));
        });
    }
}
