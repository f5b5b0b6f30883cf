using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TitleCertification.LocalRuntime.Tests;

/// <summary>
/// The public members of the real SDKs, one a line, as listed in sdk-surface.txt; and the same form for a type at hand. Written with the simple names of
/// types, without nullable annotations of references, <c>params</c> and attributes.
/// </summary>
internal sealed class SdkSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler makes of a record for 'with': no code can name it, and its form depends on the framework compiled for.
    private const string CopyOfRecord = "<Clone>$";

    // A name may stand more than once: the SDK has classes of one name in several of its assemblies.
    private readonly ILookup<string, (string Shape, IReadOnlyList<string> Members)> _types;

    public SdkSurface(string text)
    {
        var types = new List<(string Name, string Shape, List<string> Members)>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                var parts = line["type ".Length..].Split(" | ");
                types.Add((parts[0].Trim(), $"{parts[2]} | {parts[3]}".Trim(), []));
            }
            else
            {
                types[^1].Members.Add(line.Trim());
            }
        }

        _types = types.ToLookup(t => t.Name, t => (t.Shape, (IReadOnlyList<string>)t.Members));
    }

    /// <summary>Where a type differs from the SDK's; a type may lack members, but not those that code deriving from it would have to write.</summary>
    public IEnumerable<string> Differences(Type type)
    {
        var name = Name(type);
        var real = _types[name].ToList();
        if (real.Count == 0) return [$"{name}: the SDK has no such public type."];
        var differences = new List<string>();
        var shape = Shape(type);
        if (real.All(r => r.Shape != shape)) differences.Add($"{name} is declared as '{shape}'; the SDK has '{real[0].Shape}'.");
        var members = real.SelectMany(r => r.Members).Where(m => !m.Contains(CopyOfRecord, StringComparison.Ordinal)).ToList();
        var own = Members(type).ToList();
        foreach (var member in own.Except(members))
        {
            var near = members.Where(m => Identifier(m) == Identifier(member)).ToList();
            differences.Add($"{name} declares '{member}'; the SDK has {(near.Count == 0 ? "nothing of that name" : string.Join(" and ", near.Select(n => $"'{n}'")))}.");
        }

        var owed = type.IsInterface ? members : members.Where(m => m.StartsWith("abstract ", StringComparison.Ordinal) || m.StartsWith("protected abstract ", StringComparison.Ordinal));
        differences.AddRange(owed.Except(own).Select(m => $"{name} lacks '{m}', which whoever derives from it would have to write."));
        return differences;
    }

    public static string Shape(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        return $"{kind} | base {(type.BaseType is { } parent ? Simple(parent) : "-")}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => $"{Name(type)}.{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}");
        if (type.BaseType == typeof(MulticastDelegate))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"delegate {Simple(invoke.ReturnType)} {Parameters(invoke)}"];
        }

        return [
            .. type.GetConstructors(Declared).Where(c => !c.IsStatic && Visible(c)).Select(c => $"{Access(c)}ctor {Parameters(c)}"),
            .. type.GetMethods(Declared).Where(m => Visible(m) && m.Name != CopyOfRecord && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)))
                .Select(m => $"{Access(m)}{Modifier(m)}method {Simple(m.ReturnType)} {m.Name}{Generics(m)} {Parameters(m)}"),
            .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(Visible)).Select(Property),
            .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly)
                .Select(f => $"{(f.IsPublic ? "" : "protected ")}{(f.IsStatic ? "static " : "")}field {Simple(f.FieldType)} {f.Name}"),
            .. type.GetEvents(Declared).Where(e => Visible(e.AddMethod!)).Select(e => $"event {Simple(e.EventHandlerType!)} {e.Name}"),
        ];
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(Visible).ToList();
        var widest = accessors.Find(a => a.IsPublic) ?? accessors[0];
        var own = accessors.Where(a => a.IsPublic == widest.IsPublic).ToList();
        var words = own.Select(a => a == property.GetMethod ? "get"
            : a.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set");
        return $"{Access(widest)}{Modifier(widest)}property {Simple(property.PropertyType)} {property.Name} {{ {string.Join(' ', words)} }}";
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsFinal: true } => "",
        { IsVirtual: true } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true } => "virtual ",
        _ => "",
    };

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), false);
        return $"({string.Join(", ", method.GetParameters().Select((p, i) => Parameter(p, extension && i == 0)))})";
    }

    private static string Parameter(ParameterInfo parameter, bool extended)
    {
        var type = parameter.ParameterType;
        var value = !parameter.HasDefaultValue ? "" : parameter.DefaultValue is null or Missing ? " = default" : $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)}";
        return $"{(extended ? "this " : "")}{(type.IsByRef ? "ref " : "")}{Simple(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}{value}";
    }

    private static string Name(Type type) =>
        $"{(type.DeclaringType is { } outer ? Name(outer) : type.Namespace)}.{(type.IsGenericTypeDefinition ? Simple(type) : type.Name)}";

    private static string Simple(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Simple(value) + "?";
        if (type.IsArray) return Simple(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter) return type.Name;
        var name = type.IsGenericType ? type.Name.Split('`')[0] + $"<{string.Join(", ", type.GetGenericArguments().Select(Simple))}>" : type.Name;
        return type.IsNested ? $"{Simple(type.DeclaringType!)}.{name}" : name;
    }

    // The name a member line is about, so that a difference can show what the SDK has under it.
    private static string Identifier(string member)
    {
        var head = member.Split(" (")[0].Split(" {")[0].Split(" =")[0].Split(' ')[^1];
        return head.Split('<')[0];
    }
}
