namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>The task hub of the app.</summary>
internal sealed class DurableHub
{
    /// <summary>The client that <c>[DurableClient]</c> parameters get.</summary>
    public object? Client { get; set; }
}
