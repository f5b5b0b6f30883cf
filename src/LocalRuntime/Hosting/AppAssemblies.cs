using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The assemblies of the app that use this runtime: the roots, all they reference, and what was built in beside them: an extension is plugged in by being there,
/// and the compiler drops references that no line of code uses. References are read from the files, so that a library that has nothing to do with
/// functions is not loaded for being looked at.
/// </summary>
internal static class AppAssemblies
{
    public static IReadOnlyList<Assembly> From(params IEnumerable<Assembly?> roots)
    {
        var runtime = typeof(AppAssemblies).Assembly.GetName().Name!;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { runtime };
        var found = new List<Assembly>();
        var waiting = new Queue<(string Name, Assembly? Loaded)>();
        foreach (var root in roots.OfType<Assembly>().Distinct())
            waiting.Enqueue((root.GetName().Name!, root));
        foreach (var name in BesideTheProgram())
            waiting.Enqueue((name, null));

        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name)) continue;
            var references = next.Loaded is { } loaded ? [.. loaded.GetReferencedAssemblies().Select(r => r.Name!)] : ReferencesOf(next.Name);
            if (references.Contains(runtime)) found.Add(next.Loaded ?? Assembly.Load(next.Name));
            foreach (var reference in references) waiting.Enqueue((reference, null));
        }

        return found;
    }

    // As the program's list of dependencies names them, so that a forgotten file in the folder is none.
    private static IEnumerable<string> BesideTheProgram() =>
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator)
            .Where(path => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path));

    // Only what lies beside the program: the framework's own assemblies cannot hold functions.
    private static string[] ReferencesOf(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (!File.Exists(path)) return [];
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata) return [];
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
