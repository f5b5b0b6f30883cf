namespace Microsoft.Azure.Functions.Worker.Core;

/// <summary>Code of a library that takes part in composing the app. It runs in <c>CreateBuilder</c>, before the app's own lines.</summary>
public abstract class WorkerExtensionStartup
{
    public abstract void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder);
}

/// <summary>Names the start-up class of an assembly the app references.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class WorkerExtensionStartupAttribute(Type startupType) : Attribute
{
    public Type StartupType { get; } = startupType ?? throw new ArgumentNullException(nameof(startupType));
}
