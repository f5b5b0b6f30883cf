using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The assemblies of the app that use this runtime: the roots and all they reference. References are read from the files, so that a library that
/// has nothing to do with functions is not loaded for being looked at.
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

        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next.Name)) continue;
            var references = next.Loaded is { } loaded ? [.. loaded.GetReferencedAssemblies().Select(r => r.Name!)] : ReferencesOf(next.Name);
            if (references.Contains(runtime)) found.Add(next.Loaded ?? Assembly.Load(next.Name));
            foreach (var reference in references) waiting.Enqueue((reference, null));
        }

        return found;
    }

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
