using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TitleCertification.Functions.Identity;

/// <summary>The policy of every function of this process, by the function's name.</summary>
public sealed class Policies
{
    private readonly Dictionary<string, PolicyAttribute> byFunction = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PolicyException">A function declares no policy, or one that does not fit its trigger.</exception>
    public Policies(IEnumerable<DeclaredFunction> functions)
    {
        var wrong = new List<string>();
        foreach (var function in functions)
        {
            if (function.Policy is not { } policy)
                wrong.Add($"{function.Name} declares no policy");
            else if (policy.Access is Access.Internal == function.IsHttp)
                wrong.Add($"{function.Name} is {(function.IsHttp ? "called over HTTP and declared internal" : "called by the runtime alone and not declared internal")}");
            else
                byFunction[function.Name] = policy;
        }

        if (wrong.Count > 0)
            throw new PolicyException($"Functions cannot be served: {string.Join("; ", wrong)}. Say who may call them with [Policy(…)].");
    }

    /// <summary>Null for a function nobody has declared: it is not to be served.</summary>
    public PolicyAttribute? Of(string function) => byFunction.GetValueOrDefault(function);

    /// <summary>Every function in the assemblies of this process.</summary>
    public static IEnumerable<DeclaredFunction> Functions()
    {
        var sdk = typeof(FunctionAttribute).Assembly.GetName().Name;
        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(reference => reference.Name == sdk))
            .SelectMany(Functions);
    }

    public static IEnumerable<DeclaredFunction> Functions(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let isHttp = method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)))
        select new DeclaredFunction(function.Name, isHttp, method.GetCustomAttribute<PolicyAttribute>());
}

/// <param name="IsHttp">Is it called over HTTP, and not by the runtime?</param>
public sealed record DeclaredFunction(string Name, bool IsHttp, PolicyAttribute? Policy);

/// <summary>A function without a policy: the service does not start.</summary>
public sealed class PolicyException(string message) : Exception(message);
