using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.LocalStorage;
using TitleCertification.Storage;

namespace TitleCertification.Functions;

// Left out of the build for Azure, which does not carry SQLite.
public static partial class Composition
{
    static partial void AddLocalStorage(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IStorageProvider>(_ => new SqliteStorageProvider(Path.Combine(configuration["DataDirectory"] ?? ".local", "storage.db")));
}
