namespace TitleCertification.Testing;

public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("title-certification-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
