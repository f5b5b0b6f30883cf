using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>Makes the arguments of a call. What cannot be made fails the invocation before the function runs.</summary>
internal sealed class ParameterBinder(IServiceProvider services, IOptions<WorkerOptions> options)
{
    private readonly ConcurrentDictionary<Type, IInputConverter> _converters = new();
    private readonly Lazy<Type[]> _registered = new(() => [.. options.Value.InputConverters]);

    public async ValueTask<object?[]> BindAsync(LocalFunctionContext context)
    {
        var parameters = context.Function.Parameters;
        var arguments = new object?[parameters.Length];
        List<string>? errors = null;
        for (var i = 0; i < parameters.Length; i++)
        {
            arguments[i] = parameters[i].Source switch
            {
                ParameterSource.Trigger => context.TriggerValue,
                ParameterSource.OrchestrationInput => context.OrchestrationInput ?? Nothing(parameters[i], error => (errors ??= []).Add(error)),
                ParameterSource.DurableClient => services.GetRequiredService<DurableHub>().Client,
                ParameterSource.FunctionContext => context,
                ParameterSource.CancellationToken => context.CancellationToken,
                _ => await ConvertAsync(context, parameters[i], error => (errors ??= []).Add(error)),
            };
        }

        return errors is null
            ? arguments
            : throw new FunctionInputConverterException($"Function '{context.Function.Name}' cannot be called: {string.Join(" ", errors)}");
    }

    private async ValueTask<object?> ConvertAsync(LocalFunctionContext context, BoundParameter parameter, Action<string> fail)
    {
        var conversion = new Conversion(context, parameter.Type, context.NamedValues.GetValueOrDefault(parameter.Name));
        var result = ConversionResult.Unhandled();
        foreach (var converter in ConvertersFor(parameter))
        {
            result = await converter.ConvertAsync(conversion);
            if (result.Status != ConversionStatus.Unhandled) break;
        }

        if (result.Status == ConversionStatus.Unhandled) return Nothing(parameter, fail);
        if (result.Status == ConversionStatus.Failed) fail($"parameter '{parameter.Name}' cannot be made {parameter.Type.Name}: {result.Error?.Message}");
        return result.Value;
    }

    private static object? Nothing(BoundParameter parameter, Action<string> fail)
    {
        if (parameter.Definition.HasDefaultValue) return parameter.Definition.DefaultValue;
        if (!parameter.Definition.IsReferenceOrNullableType)
            fail($"there is no value for parameter '{parameter.Name}', and it is neither optional nor nullable.");
        return null;
    }

    private IEnumerable<IInputConverter> ConvertersFor(BoundParameter parameter)
    {
        var named = parameter.Info.GetCustomAttribute<InputConverterAttribute>() ?? parameter.Type.GetCustomAttribute<InputConverterAttribute>();
        if (named is not null) yield return Converter(named.ConverterType);
        foreach (var type in _registered.Value) yield return Converter(type);
    }

    private IInputConverter Converter(Type type) =>
        _converters.GetOrAdd(type, type => (IInputConverter)ActivatorUtilities.GetServiceOrCreateInstance(services, type));

    private sealed class Conversion(FunctionContext context, Type target, object? source) : ConverterContext
    {
        public override Type TargetType => target;

        public override object? Source => source;

        public override FunctionContext FunctionContext => context;

        public override IReadOnlyDictionary<string, object> Properties { get; } = new Dictionary<string, object>();
    }
}
