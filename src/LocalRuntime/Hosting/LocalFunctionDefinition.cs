using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace TitleCertification.LocalRuntime.Hosting;

internal sealed class LocalFunctionDefinition(string name, MethodInfo method, Trigger trigger, ImmutableArray<BoundParameter> parameters) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } = [.. parameters.Select(p => p.Definition)];

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        parameters.Where(p => p.Info.GetCustomAttribute<BindingAttribute>() is not null).ToImmutableDictionary(
            p => p.Name,
            BindingMetadata (p) => new Binding(
                p.Name, p.Info.GetCustomAttribute<TriggerBindingAttribute>() is not null ? trigger.Binding : "durableClient", BindingDirection.In));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = trigger is Trigger.Http
        ? ImmutableDictionary<string, BindingMetadata>.Empty.Add("$return", new Binding("$return", "http", BindingDirection.Out))
        : ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => direction;
    }
}
