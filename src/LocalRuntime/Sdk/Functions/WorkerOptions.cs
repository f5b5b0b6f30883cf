using Azure.Core.Serialization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Settings of the worker, for <c>services.Configure&lt;WorkerOptions&gt;</c>.</summary>
public class WorkerOptions
{
    /// <summary>
    /// Writes and reads what crosses to activities and orchestrations, and reads route and query values that are neither text, GUID nor date.
    /// Where nothing is set: System.Text.Json with the app's <c>JsonSerializerOptions</c>.
    /// </summary>
    public ObjectSerializer? Serializer { get; set; }

    public InputConverterCollection InputConverters { get; } = new();
}
