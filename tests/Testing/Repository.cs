namespace TitleCertification.Testing;

/// <summary>Where the checkout is.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The demonstration province, laid over the shipped rule book.</summary>
    public static string SampleProvince { get; } = Path.Combine(Root, "local", "sample-province");

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "TitleCertification.sln"))
            ? directory
            : Find(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("TitleCertification.sln is not above the tests."));
}
