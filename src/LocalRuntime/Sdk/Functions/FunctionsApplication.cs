using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app of the isolated worker model begins.</summary>
public class FunctionsApplication
{
    /// <summary>
    /// The functions of the app are those of the program, of the assembly that calls this, and of all assemblies either references.
    /// </summary>
    // Not inlined: the calling assembly would then be another one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, Assembly.GetCallingAssembly());
}
