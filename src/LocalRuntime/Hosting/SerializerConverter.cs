using System.Text;
using Azure.Core.Serialization;
using Microsoft.DurableTask;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>What crosses to orchestrations and activities is written by the serializer of the worker's options, and by nothing else.</summary>
internal sealed class SerializerConverter(ObjectSerializer serializer) : DataConverter
{
    public override string? Serialize(object? value) => value is null ? null : serializer.Serialize(value, value.GetType(), default).ToString();

    public override object? Deserialize(string? data, Type targetType)
    {
        if (data is null) return null;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(data), writable: false);
        return serializer.Deserialize(stream, targetType, default);
    }
}
