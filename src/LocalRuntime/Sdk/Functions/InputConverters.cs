using System.Collections;

namespace Microsoft.Azure.Functions.Worker.Converters
{
    /// <summary>Makes a parameter's value of what the trigger delivered. The first converter that does not answer "unhandled" decides.</summary>
    public interface IInputConverter
    {
        ValueTask<ConversionResult> ConvertAsync(ConverterContext context);
    }

    /// <summary>What is to be converted, into which type, for which invocation.</summary>
    public abstract class ConverterContext
    {
        public abstract Type TargetType { get; }

        /// <summary>What the trigger delivered under the parameter's name; null when it delivered nothing.</summary>
        public abstract object? Source { get; }

        public abstract FunctionContext FunctionContext { get; }

        public abstract IReadOnlyDictionary<string, object> Properties { get; }
    }

    public enum ConversionStatus
    {
        Unhandled = 0,
        Succeeded = 1,
        Failed = 2,
    }

    public readonly struct ConversionResult
    {
        private ConversionResult(ConversionStatus status, object? value, Exception? error)
        {
            Status = status;
            Value = value;
            Error = error;
        }

        public ConversionStatus Status { get; }

        public object? Value { get; }

        public Exception? Error { get; }

        public static ConversionResult Unhandled() => default;

        public static ConversionResult Success(object? value) => new(ConversionStatus.Succeeded, value, null);

        public static ConversionResult Failed(Exception exception) => new(ConversionStatus.Failed, null, exception);
    }

    /// <summary>Names the converter of a parameter or of a type.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct | AttributeTargets.Parameter)]
    public class InputConverterAttribute(Type converterType) : Attribute
    {
        public Type ConverterType { get; } = converterType ?? throw new ArgumentNullException(nameof(converterType));
    }
}

namespace Microsoft.Azure.Functions.Worker
{
    /// <summary>The converters of the app, in the order in which they are asked.</summary>
    public sealed class InputConverterCollection : IEnumerable<Type>
    {
        private readonly List<Type> _types = [];

        public void Register<T>() where T : Converters.IInputConverter => _types.Add(typeof(T));

        public void RegisterAt<T>(int index) where T : Converters.IInputConverter => _types.Insert(index, typeof(T));

        public void Clear() => _types.Clear();

        public IEnumerator<Type> GetEnumerator() => _types.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

namespace Microsoft.Azure.Functions.Worker.Http
{
    /// <summary>Binds a parameter to the request's JSON body. A body that does not fit fails the invocation (500).</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public class FromBodyAttribute() : Converters.InputConverterAttribute(typeof(TitleCertification.LocalRuntime.Hosting.FromBodyConverter));
}
